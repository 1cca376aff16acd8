import { z } from "zod";

/** What Tacit reads from the service's answers; everything else is kept as it came and not relied on. */

const name = z.string().min(1);
const text = z.string().nullish();
const number = z.number().nullish();

export const ModelList = z.looseObject({
  data: z.array(z.looseObject({ id: name, shutdown_date: text })),
});

export const UploadedFile = z.looseObject({ id: name });

export const RemoteJob = z.looseObject({
  id: name,
  status: name,
  model: text,
  fine_tuned_model: text,
  training_file: text,
  trained_tokens: number,
  finished_at: number,
  // Shapes that vary between services must not hide the job.
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  error: z.looseObject({ message: text }).nullish().catch(null),
});
export type RemoteJob = z.infer<typeof RemoteJob>;

/** One page of a list; `has_more` is missing at some services. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ data: z.array(item), has_more: z.boolean().nullish() });

export const JobPage = pageOf(RemoteJob);

export const RemoteEvent = z.looseObject({
  id: text,
  created_at: z.number().default(0),
  level: z.string().default("info"),
  message: z.string().default(""),
  type: text,
  data: z.unknown().optional(),
});
export type RemoteEvent = z.infer<typeof RemoteEvent>;
export const EventPage = pageOf(RemoteEvent);

export const Checkpoint = z.looseObject({
  id: name,
  step_number: number,
  metrics: z
    .looseObject({ train_loss: number, valid_loss: number, full_valid_loss: number })
    .nullish(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;
export const CheckpointPage = pageOf(Checkpoint);

/** A tuned model on its way to answering, at services where that takes a request of its own. */
export const DeployedModel = z.looseObject({ name, status: text, error: z.unknown().optional() });

/** The data of a `metrics` event, which the protocol leaves untyped. */
export const EventMetrics = z.looseObject({
  step: z.number().int().nonnegative(),
  total_steps: number,
  train_loss: number,
  valid_loss: number,
  full_valid_loss: number,
});

export const ChatAnswer = z.looseObject({
  model: text,
  choices: z
    .array(
      z.looseObject({
        finish_reason: text,
        message: z.looseObject({ content: text, refusal: text }),
      }),
    )
    .min(1),
});
export type ChatAnswer = z.infer<typeof ChatAnswer>;
