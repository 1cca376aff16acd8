import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { ErrorParams } from "../../errors/app-error.ts";
import { JobState } from "../jobs/contract.ts";
import { ProviderId } from "../providers/contract.ts";

export const Hyperparameters = z.object({
  epochs: z.number().int().min(1).max(50).optional(),
  batchSize: z.number().int().min(1).max(256).optional(),
  learningRateMultiplier: z.number().positive().max(1000).optional(),
});
export type Hyperparameters = z.infer<typeof Hyperparameters>;

export const TrainingTarget = z.object({
  versionId: Id,
  providerId: ProviderId,
  connectionId: Id.optional(),
  baseModel: z.string().min(1).max(300),
  hyperparameters: Hyperparameters.default({}),
});
export type TrainingTarget = z.infer<typeof TrainingTarget>;

/** "What leaves this computer": exactly what an upload would carry, or nothing. */
export const LeavingSheet = z.object({
  destination: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), rows: Count, bytes: Count, sha256: z.string() })),
  /** The first lines, exactly as they would be sent. */
  sampleLines: z.array(z.string()),
  staysHere: z.array(
    z.enum(["testSplit", "fields", "history", "guideline", "fileNames", "otherExamples"]),
  ),
  /** Echo this to start: it proves that this very sheet was shown. */
  consent: z.string(),
});
export type LeavingSheet = z.infer<typeof LeavingSheet>;

export const Estimate = z.object({
  trainRows: Count,
  trainTokens: Count,
  tokensAreEstimate: z.boolean(),
  seconds: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Null when no price is known: the screen says "estimate unavailable". */
  cost: z
    .object({ low: z.number(), high: z.number(), currency: z.string(), asOf: z.string() })
    .nullable(),
});
export type Estimate = z.infer<typeof Estimate>;

export const Metric = z.object({
  step: Count,
  trainLoss: z.number().nullable(),
  validLoss: z.number().nullable(),
});
export type Metric = z.infer<typeof Metric>;

export const TrainingEvent = z.object({
  eventId: Id,
  atMs: AtMs,
  level: z.enum(["info", "warn", "error"]),
  message: z.string(),
});
export type TrainingEvent = z.infer<typeof TrainingEvent>;

export const TrainingRun = z.object({
  jobId: Id,
  versionId: Id,
  versionNumber: Count,
  providerId: ProviderId,
  connectionName: z.string().nullable(),
  baseModel: z.string(),
  hyperparameters: Hyperparameters,
  state: JobState,
  /** The service's own word for its state, shown as it is. */
  remoteStatus: z.string().nullable(),
  remoteJobId: z.string().nullable(),
  /** Name of the tuned model once there is one. */
  tunedModel: z.string().nullable(),
  trainedTokens: Count.nullable(),
  createdAtMs: AtMs,
  finishedAtMs: AtMs.nullable(),
  /** Why a running training is not advancing for now, such as an outage; Tacit keeps trying. */
  trouble: z.object({ code: z.string(), params: ErrorParams, sinceMs: AtMs }).nullable(),
  error: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type TrainingRun = z.infer<typeof TrainingRun>;

export const trainingContract = {
  leaving: base.input(TrainingTarget).output(LeavingSheet),
  estimate: base.input(TrainingTarget).output(Estimate),
  start: base
    .input(TrainingTarget.extend({ consent: z.string().max(200) }))
    .output(z.object({ jobId: Id })),
  list: base.output(z.array(TrainingRun)),
  get: base
    .input(z.object({ jobId: Id }))
    .output(TrainingRun.extend({ metrics: z.array(Metric), events: z.array(TrainingEvent) })),
};
