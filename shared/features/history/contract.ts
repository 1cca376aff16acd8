import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";

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
  "addLabel",
  "updateLabel",
  "moveLabel",
  "removeLabel",
  "saveGuideline",
  "saveSystemPrompt",
  "setTaskType",
  "renameProject",
  "describeProject",
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

export const historyContract = {
  state: base.output(HistoryState),
  /** Null when there is nothing to take back. */
  undo: base.output(Step.nullable()),
  redo: base.output(Step.nullable()),
};
