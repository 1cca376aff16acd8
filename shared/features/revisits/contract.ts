import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Id } from "../../contract/primitives.ts";
import { AnswerValue } from "../annotations/answer-value.ts";

/** A rule that changed after an example was answered. */
export const ChangedRule = z.object({
  ruleId: Id,
  body: z.string(),
  changedAtMs: AtMs,
  /** It no longer holds. */
  retired: z.boolean(),
});
export type ChangedRule = z.infer<typeof ChangedRule>;

/** An example that the same person answered twice, differently, the second time without knowing. */
export const ChangedMind = z.object({
  exampleId: Id,
  /** The beginning of its text. */
  excerpt: z.string(),
  first: AnswerValue,
  firstAtMs: AtMs,
  second: AnswerValue,
  /** Names this very answering. */
  annotationId: Id,
});
export type ChangedMind = z.infer<typeof ChangedMind>;

export const revisitsContract = {
  /** Why the example is to be looked at once more; empty when it is not, or when that stays untold. */
  rulesOf: base.input(z.object({ exampleId: Id })).output(z.array(ChangedRule)),
  /** The answer given just now that differs from the one that the same person gave before. */
  changedMind: base.output(ChangedMind.nullable()),
};
