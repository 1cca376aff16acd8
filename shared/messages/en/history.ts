import type { ActionName } from "../../features/history/contract.ts";

/** Each action as it reads after "Undo:" and "Redo:". */
export const historyMessages = {
  "history.action.answer": "Answer",
  "history.action.skip": "Skip",
  "history.action.clear": "Withdraw answer",
  "history.action.flag": "Flag",
  "history.action.removeExamples": "Remove examples",
  "history.action.removeDuplicates": "Remove duplicates",
  "history.action.labelExamples": "Label examples",
  "history.action.setSplit": "Change what examples are used for",
  "history.action.bringBackExamples": "Bring examples back",
  "history.action.addLabel": "Add label",
  "history.action.updateLabel": "Change label",
  "history.action.moveLabel": "Move label",
  "history.action.removeLabel": "Remove label",
  "history.action.saveGuideline": "Change guideline",
  "history.action.saveSystemPrompt": "Change instructions to the model",
  "history.action.setTaskType": "Change kind of task",
  "history.action.renameProject": "Rename project",
  "history.action.describeProject": "Describe project",
} as const satisfies Record<`history.action.${ActionName}`, string> & Record<string, string>;
