import { z } from "zod";

const Turn = z.object({
  role: z.enum(["system", "user", "assistant", "tool"]),
  content: z.string(),
  /** 0 leaves an assistant turn out of the training loss. */
  weight: z.union([z.literal(0), z.literal(1)]).optional(),
});
export const ChatTurn = Turn;
export type ChatTurn = z.infer<typeof Turn>;

/** One annotator's decision; spans count Unicode code points, 0-based, end-exclusive. */
export const AnswerValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("classify"), labelId: z.string() }),
  z.object({ kind: z.literal("tag"), labelIds: z.array(z.string()).max(500) }),
  z.object({
    kind: z.literal("write"),
    response: z.string().max(1_000_000),
    /** The text that was edited, where the response grew out of one: the worse half of a pair. */
    original: z.string().max(1_000_000).optional(),
  }),
  z.object({ kind: z.literal("chat"), turns: z.array(Turn).max(2000) }),
  z.object({
    kind: z.literal("extract"),
    spans: z
      .array(
        z.object({
          start: z.number().int().min(0),
          end: z.number().int().min(0),
          labelId: z.string(),
        }),
      )
      .max(10_000),
  }),
  z.object({
    kind: z.literal("rank"),
    outcome: z.enum(["preferred", "tie", "bothBad"]),
    /** Index into the example's responses; null unless one is preferred. */
    preferred: z.number().int().min(0).nullable(),
    reasons: z.array(z.string().max(2000)).max(100).default([]),
  }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Parts of an example that plain text cannot carry. */
export const ExamplePayload = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("chat"), turns: z.array(Turn) }),
  z.object({
    kind: z.literal("rank"),
    responses: z.array(z.string()),
    /** The conversation that the input renders, where it is more than one question. */
    turns: z.array(Turn).optional(),
  }),
]);
export type ExamplePayload = z.infer<typeof ExamplePayload>;

/** How many responses an example offers to be ranked. */
export const countResponses = (payload: ExamplePayload | null): number =>
  payload?.kind === "rank" ? payload.responses.length : 0;
