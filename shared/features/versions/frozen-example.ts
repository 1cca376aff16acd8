import { z } from "zod";
import { ChatTurn, ExamplePayload } from "../annotations/answer-value.ts";
import { Split } from "./split.ts";

/** An answer that no longer depends on the project: labels by name, spans in code points. */
export const FrozenAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("classify"), label: z.string() }),
  z.object({ kind: z.literal("tag"), labels: z.array(z.string()) }),
  z.object({
    kind: z.literal("write"),
    response: z.string(),
    /** The text that was edited; absent where the response was written afresh. */
    original: z.string().optional(),
  }),
  z.object({ kind: z.literal("chat"), turns: z.array(ChatTurn) }),
  z.object({
    kind: z.literal("extract"),
    spans: z.array(z.object({ start: z.number(), end: z.number(), label: z.string() })),
  }),
  z.object({
    kind: z.literal("rank"),
    outcome: z.enum(["preferred", "tie", "bothBad"]),
    preferred: z.number().nullable(),
    reasons: z.array(z.string()),
  }),
]);
export type FrozenAnswer = z.infer<typeof FrozenAnswer>;

/** One row of a dataset version. */
export const FrozenExample = z.object({
  exampleId: z.string(),
  externalId: z.string().nullable(),
  group: z.string().nullable(),
  split: Split,
  input: z.string(),
  payload: ExamplePayload.nullable(),
  answer: FrozenAnswer,
});
export type FrozenExample = z.infer<typeof FrozenExample>;
