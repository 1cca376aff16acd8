import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { AnswerValue } from "../annotations/answer-value.ts";
import { AnsweredBy } from "../examples/contract.ts";
import { Split } from "../versions/split.ts";

/** Every user action that can be taken back; each has a sentence in the catalogue. */
export const ActionName = z.enum([
  "answer",
  "skip",
  "clear",
  "flag",
  "removeExamples",
  "removeDuplicates",
  "labelExamples",
  "setSplit",
  "bringBackExamples",
  "takeBackEarlier",
  "addLabel",
  "updateLabel",
  "moveLabel",
  "removeLabel",
  "saveGuideline",
  "saveSystemPrompt",
  "setTaskType",
  "saveDeskSettings",
  "adjudicate",
  "renameProject",
  "describeProject",
  "import",
  "takeBackImport",
  "handOut",
  "callBackHandout",
  "mergeReturn",
  "applyToSimilar",
  "addRule",
  "changeRule",
  "removeRule",
]);
export type ActionName = z.infer<typeof ActionName>;

export const Step = z.object({
  stepId: Id,
  action: ActionName,
  atMs: AtMs,
  /** Rows the step changed. */
  changes: Count,
  /** The example concerned, when there was exactly one. */
  exampleId: Id.nullable(),
});
export type Step = z.infer<typeof Step>;

export const HistoryState = z.object({ undo: Step.nullable(), redo: Step.nullable() });
export type HistoryState = z.infer<typeof HistoryState>;

/** One thing that happened to an example; events come in the order in which they happened, whatever the clock said. */
export const ExampleEvent = z.object({
  what: z.enum([
    "imported",
    "answered",
    "skipped",
    "cleared",
    "flagged",
    "unflagged",
    "split",
    "putAway",
    "broughtBack",
  ]),
  /** The step it was part of; null for what came with a file. */
  action: ActionName.nullable(),
  atMs: AtMs,
  by: AnsweredBy,
  /** Taken back since. */
  undone: z.boolean(),
  /** For answers: what it was, and what it became. */
  before: AnswerValue.nullable(),
  after: AnswerValue.nullable(),
  inForce: z.boolean(),
  split: z.object({ before: Split.nullable(), after: Split.nullable() }).nullable(),
  fileName: z.string().nullable(),
});
export type ExampleEvent = z.infer<typeof ExampleEvent>;

/** Steps of one kind that followed each other, or a file that was brought in. */
export const TimelineEntry = z.object({
  kind: z.enum(["steps", "import"]),
  action: ActionName.nullable(),
  /** First and last step; equal for a single one, null for an import that is no step. */
  fromStepId: Id.nullable(),
  toStepId: Id.nullable(),
  importId: Id.nullable(),
  steps: Count,
  examples: Count,
  fromMs: AtMs,
  toMs: AtMs,
  undone: z.boolean(),
  /** The step that Undo takes back next. */
  isLatest: z.boolean(),
  /** What it was about: the name of a file or of a label. */
  subject: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const historyContract = {
  /** What happened to one example, first to last. */
  ofExample: base.input(z.object({ exampleId: Id })).output(z.array(ExampleEvent)),
  /** Newest first; `hasMore` when the period holds more steps than are read at once. */
  timeline: base
    .input(z.object({ fromMs: AtMs, beforeMs: AtMs.optional() }))
    .output(z.object({ entries: z.array(TimelineEntry), hasMore: z.boolean() })),
  /**
   * Puts the examples of earlier steps back to what they were before, as one new step; those changed again
   * since then stay as they are.
   */
  takeBackEarlier: base
    .input(z.object({ fromStepId: Id, toStepId: Id }))
    .output(z.object({ changed: Count.nullable(), jobId: Id.nullable() })),
  state: base.output(HistoryState),
  /** Null when there is nothing to take back. */
  undo: base.output(Step.nullable()),
  redo: base.output(Step.nullable()),
};
