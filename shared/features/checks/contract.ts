import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { Split } from "../versions/split.ts";

export const FindingCode = z.enum([
  "unlabelled",
  "emptyInput",
  "emptyResponse",
  "exactDuplicates",
  "conflictingAnswers",
  "splitLeakage",
  "tooFewExamples",
  "tooFewLabels",
  "tooFewPerLabel",
  "unusedLabel",
  "truncated",
  "noTestExamples",
  "flagged",
  "nothingMarked",
  "spanBlankEdges",
  "spanCutsWord",
  "inconsistentSpans",
  "oddConversation",
  "nothingToLearn",
  "sameResponses",
  "oneSidedPreference",
]);
export type FindingCode = z.infer<typeof FindingCode>;

/** What the screen offers to do about a finding. */
export const FindingFix = z.enum([
  "labelThese",
  "reviewThese",
  "removeDuplicates",
  "regroup",
  "labelMore",
  "shorten",
  "removeLabel",
  "bringMore",
]);

export const Finding = z.object({
  findingId: Id,
  code: FindingCode,
  /** `blocker` keeps a version from being frozen; `warning` is worth an hour; `note` is good to know. */
  severity: z.enum(["blocker", "warning", "note"]),
  /** Examples concerned; they can be listed with the `findingId` filter. */
  examples: Count,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fix: FindingFix,
});
export type Finding = z.infer<typeof Finding>;

export const LabelCount = z.object({ labelId: Id, name: z.string(), examples: Count });
export type LabelCount = z.infer<typeof LabelCount>;

export const CheckReport = z.object({
  ranAtMs: AtMs,
  /** True when something changed since the check ran. */
  outdated: z.boolean(),
  ready: z.boolean(),
  counts: z.object({
    examples: Count,
    labelled: Count,
    unlabelled: Count,
    skipped: Count,
    perLabel: z.array(LabelCount),
    perSplit: z.record(Split, Count),
  }),
  /** Token counts of input and answer together; `estimate` unless the tokenizer is the model's own. */
  tokens: z.object({
    total: Count,
    median: Count,
    p95: Count,
    longest: Count,
    limit: Count,
    estimate: z.boolean(),
  }),
  findings: z.array(Finding),
});
export type CheckReport = z.infer<typeof CheckReport>;

export const checksContract = {
  run: base.output(CheckReport),
  latest: base.output(CheckReport.nullable()),
};
