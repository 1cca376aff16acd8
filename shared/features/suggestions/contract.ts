import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { AnswerValue } from "../annotations/answer-value.ts";

/** What a machine proposes for one example that nobody has answered. */
export const Suggestion = z.object({
  exampleId: Id,
  /** Null: kept out of sight on purpose until the example is answered. */
  value: AnswerValue.nullable(),
  /** How often it is right when it says so, as far as it knows; 0 while it is out of sight. */
  confidence: z.number().min(0).max(1),
  /** "instant", or the model that was asked. */
  source: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const Learning = z.object({
  phase: z.enum([
    /** Nobody proposes. */
    "off",
    /** There are too few answers to learn from. */
    "tooFew",
    "learning",
    "ready",
    /** The connected model may be asked only once somebody agreed to what leaves the computer. */
    "needsConsent",
    "asking",
    "failed",
  ]),
  /** Answers still needed before learning starts. */
  missing: Count,
  /** Answers that the present suggestions were learned from. */
  learnedFrom: Count,
  /** Who is asked, where a connected model proposes. */
  service: z.object({ name: z.string(), host: z.string(), model: z.string() }).nullable(),
  /** Why it failed last. */
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type Learning = z.infer<typeof Learning>;

const Difference = z.object({ difference: z.number(), low: z.number(), high: z.number() });
const Share = z.object({ same: Count, total: Count });

/** How far seeing suggestions moves answers; `difference` is null while too few were given either way. */
export const SwayReport = z.object({
  shown: Share,
  hidden: Share,
  difference: Difference.nullable(),
  /** Answers still needed with suggestions hidden, or showing. */
  missingHidden: Count,
  missingShown: Count,
});
export type SwayReport = z.infer<typeof SwayReport>;

/** What one sitting brought. */
export const Sitting = z.object({
  answers: Count,
  perLabel: z.array(z.object({ labelId: Id, answers: Count })),
});
export type Sitting = z.infer<typeof Sitting>;

export const suggestionsContract = {
  /** What is proposed for these examples, and how far learning is; asking makes learning start. */
  list: base
    .input(z.object({ exampleIds: z.array(Id).max(50) }))
    .output(z.object({ items: z.array(Suggestion), learning: Learning })),
  sway: base.output(SwayReport),
  /** The person here agrees, until the project is closed, that texts go to the connected model chosen. */
  agree: base.input(z.object({ connectionId: Id })).output(Learning),
  /** Tries once more after a failure. */
  retry: base.output(Learning),
  /** What the person here answered since a moment. */
  sitting: base.input(z.object({ sinceMs: AtMs })).output(Sitting),
};
