import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";

/** One sentence or two; what needs more belongs into the guideline. */
export const RuleBody = z.string().trim().min(1).max(500);

/** A ruling made while labelling. */
export const Rule = z.object({
  ruleId: Id,
  body: z.string(),
  /** The labels in use that it is about; empty for all. */
  labelIds: z.array(Id),
  /** The example that called for it, if it is still in the project. */
  example: z.object({ exampleId: Id, excerpt: z.string() }).nullable(),
  madeAtMs: AtMs,
  changedAtMs: AtMs,
});
export type Rule = z.infer<typeof Rule>;

/** Which of the answered examples that a changed rule concerns are looked at once more. */
export const RevisitChoice = z.enum(["all", "nearest", "none"]);
export type RevisitChoice = z.infer<typeof RevisitChoice>;

/** Examples taken by `nearest`. */
export const NEAREST = 40;
/** Examples taken by `all`: the ones answered last, where a rule concerns more. */
export const REVISITED_AT_MOST = 10_000;

const LabelIds = z.array(Id).max(500);

export const rulesContract = {
  /** Those in force, the newest first. */
  list: base.output(z.array(Rule)),
  add: base
    .input(z.object({ body: RuleBody, labelIds: LabelIds, exampleId: Id.optional() }))
    .output(z.array(Rule)),
  /** How many answered examples the rule concerns, and would concern with these labels. */
  concerned: base
    .input(z.object({ ruleId: Id, labelIds: LabelIds.optional() }))
    .output(z.object({ examples: Count })),
  /** Parts left out stay as they are. */
  change: base
    .input(
      z.object({
        ruleId: Id,
        body: RuleBody.optional(),
        labelIds: LabelIds.optional(),
        revisit: RevisitChoice,
      }),
    )
    .output(z.object({ rules: z.array(Rule), revisited: Count })),
  /** The rule no longer holds; undo brings it back. */
  remove: base
    .input(z.object({ ruleId: Id, revisit: RevisitChoice }))
    .output(z.object({ rules: z.array(Rule), revisited: Count })),
};
