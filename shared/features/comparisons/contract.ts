import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id, Page } from "../../contract/primitives.ts";
import { JobState } from "../jobs/contract.ts";
import { ProviderId } from "../providers/contract.ts";

/** A share with its 95 % interval, all between 0 and 1. */
export const Proportion = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Proportion = z.infer<typeof Proportion>;

export const LabelScore = z.object({
  label: z.string(),
  support: Count,
  base: z.object({ precision: z.number(), recall: z.number(), f1: z.number() }),
  tuned: z.object({ precision: z.number(), recall: z.number(), f1: z.number() }),
});
export type LabelScore = z.infer<typeof LabelScore>;

export const Confusion = z.object({ expected: z.string(), got: z.string(), count: Count });
export type Confusion = z.infer<typeof Confusion>;

export const VerdictWord = z.enum([
  "tunedBetter",
  "tunedProbablyBetter",
  "noClearDifference",
  "baseProbablyBetter",
  "baseBetter",
  "tooFewToSay",
]);
export type VerdictWord = z.infer<typeof VerdictWord>;

export const ClassifyResult = z.object({
  kind: z.literal("classify"),
  test: Count,
  base: z.object({ accuracy: Proportion, macroF1: Proportion }),
  tuned: z.object({ accuracy: Proportion, macroF1: Proportion }),
  /** Tuned minus base on the same examples, with a 95 % interval; McNemar's exact p-value. */
  difference: z.object({
    accuracy: z.number(),
    low: z.number(),
    high: z.number(),
    onlyBaseRight: Count,
    onlyTunedRight: Count,
    pValue: z.number(),
  }),
  perLabel: z.array(LabelScore),
  /** The tuned side's most frequent mistakes, most frequent first. */
  confusions: z.array(Confusion),
  verdict: VerdictWord,
});
export type ClassifyResult = z.infer<typeof ClassifyResult>;

/** Accuracy counts an answer as right when it names exactly the labels expected. */
export const TagResult = ClassifyResult.omit({ confusions: true }).extend({
  kind: z.literal("tag"),
  base: z.object({ accuracy: Proportion, microF1: Proportion }),
  tuned: z.object({ accuracy: Proportion, microF1: Proportion }),
});
export type TagResult = z.infer<typeof TagResult>;

export const WriteResult = z.object({
  kind: z.literal("write"),
  test: Count,
  votes: z.object({ base: Count, tuned: Count, tie: Count, bothBad: Count, left: Count }),
  /** Share of decided duels that the tuned side won (Wilson interval); null before the first decided vote. */
  winRate: Proportion.nullable(),
  verdict: VerdictWord,
});
export type WriteResult = z.infer<typeof WriteResult>;

export const Comparison = z.object({
  comparisonId: Id,
  jobId: Id,
  trainingJobId: Id,
  versionNumber: Count,
  providerId: ProviderId,
  /** Model names; for the instant model the base is the untrained baseline. */
  baseModel: z.string(),
  tunedModel: z.string(),
  baseIsUntrainedBaseline: z.boolean(),
  state: JobState,
  /** Answers that failed, were cut short or came from another model than asked; never scored in silence. */
  unscored: Count,
  createdAtMs: AtMs,
  /** Null until every answer is in. */
  result: z.discriminatedUnion("kind", [ClassifyResult, TagResult, WriteResult]).nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const VoteChoice = z.enum(["a", "b", "tie", "bothBad"]);
export type VoteChoice = z.infer<typeof VoteChoice>;

/** One blind duel: nothing tells which side is which until the vote is in. */
export const Duel = z.object({
  itemId: Id,
  input: z.string(),
  a: z.string(),
  b: z.string(),
  left: Count,
});
export type Duel = z.infer<typeof Duel>;

export const ComparisonItem = z.object({
  itemId: Id,
  input: z.string(),
  expected: z.string(),
  base: z.string(),
  tuned: z.string(),
  /** Null for labels, and for duels not voted on yet (their outputs stay hidden from lists). */
  vote: z.enum(["base", "tuned", "tie", "bothBad"]).nullable(),
  baseRight: z.boolean().nullable(),
  tunedRight: z.boolean().nullable(),
});
export type ComparisonItem = z.infer<typeof ComparisonItem>;

export const comparisonsContract = {
  start: base
    .input(z.object({ trainingJobId: Id }))
    .output(z.object({ jobId: Id, comparisonId: Id })),
  list: base.output(z.array(Comparison)),
  get: base.input(z.object({ comparisonId: Id })).output(Comparison),
  listItems: base
    .input(
      Page.extend({
        comparisonId: Id,
        show: z
          .enum(["all", "tunedWrong", "onlyBaseRight", "onlyTunedRight", "voted"])
          .default("all"),
        confusion: z
          .object({ expected: z.string().max(100_000), got: z.string().max(100_000) })
          .optional(),
      }),
    )
    .output(z.object({ total: Count, rows: z.array(ComparisonItem) })),
  nextDuel: base.input(z.object({ comparisonId: Id })).output(Duel.nullable()),
  vote: base
    .input(z.object({ comparisonId: Id, itemId: Id, choice: VoteChoice }))
    .output(
      z.object({ revealed: z.object({ a: z.enum(["base", "tuned"]) }), comparison: Comparison }),
    ),
  /** Takes back the latest vote and returns its duel. */
  undoVote: base.input(z.object({ comparisonId: Id })).output(Duel.nullable()),
};
