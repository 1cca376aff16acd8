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
  "history.action.takeBackEarlier": "Take back an earlier step",
  "history.action.addLabel": "Add label",
  "history.action.updateLabel": "Change label",
  "history.action.moveLabel": "Move label",
  "history.action.removeLabel": "Remove label",
  "history.action.saveGuideline": "Change guideline",
  "history.action.saveSystemPrompt": "Change instructions to the model",
  "history.action.setTaskType": "Change kind of task",
  "history.action.saveDeskSettings": "Change how the desk works",
  "history.action.adjudicate": "Decide",
  "history.action.renameProject": "Rename project",
  "history.action.describeProject": "Describe project",
  "history.action.import": "Import",
  "history.action.takeBackImport": "Take import back",
  "history.title": "What changed",
  "history.lead": "Every step that was done in this project, newest first.",
  "history.period": "Period",
  "history.period.today": "Today",
  "history.period.yesterday": "Yesterday",
  "history.period.week": "Last 7 days",
  "history.period.since": "Since…",
  "history.since": "Since",
  "history.nothing": "Nothing changed in this period.",
  "history.more": "There are more steps than fit here; choose a shorter period to see them.",
  "history.show": "Show examples",
  "history.takeBack": "Put examples back",
  "history.told.import":
    "Brought in “{subject}”: {examples, plural, one {one example} other {{shown} examples}}",
  "history.told.takeBackImport":
    "Took “{subject}” out again: {examples, plural, one {one example} other {{shown} examples}}",
  "history.told.answer": "Answered {examples, plural, one {one example} other {{shown} examples}}",
  "history.told.skip": "Skipped {examples, plural, one {one example} other {{shown} examples}}",
  "history.told.clear":
    "Withdrew {examples, plural, one {the answer to one example} other {the answers to {shown} examples}}",
  "history.told.flag":
    "Flagged, or took flags from, {examples, plural, one {one example} other {{shown} examples}}",
  "history.told.removeExamples":
    "Put {examples, plural, one {one example} other {{shown} examples}} away",
  "history.told.removeDuplicates":
    "Put {examples, plural, one {one duplicate} other {{shown} duplicates}} away",
  "history.told.labelExamples":
    "Labelled {examples, plural, one {one example} other {{shown} examples}} “{subject}”",
  "history.told.setSplit":
    "Set what {examples, plural, one {one example is} other {{shown} examples are}} used for: {subject}",
  "history.told.bringBackExamples":
    "Brought {examples, plural, one {one example} other {{shown} examples}} back",
  "history.told.takeBackEarlier":
    "Put {examples, plural, one {one example} other {{shown} examples}} back to how it was before an earlier step",
  "history.told.addLabel": "Added the label “{subject}”",
  "history.told.updateLabel": "Changed the label “{subject}”",
  "history.told.moveLabel": "Moved a label in the list",
  "history.told.removeLabel":
    "Removed the label “{subject}”{examples, plural, =0 {} one {, which one example had} other {, which {shown} examples had}}",
  "history.told.saveGuideline": "Changed the guideline",
  "history.told.saveSystemPrompt": "Changed the instructions to the model",
  "history.told.setTaskType": "Changed the kind of task",
  "history.told.saveDeskSettings": "Changed how the desk works",
  "history.told.adjudicate": "Decided between different answers",
  "history.told.renameProject": "Renamed the project",
  "history.told.describeProject": "Described the project",
  "history.event.imported": "Came with “{file}”",
  "history.event.answered.person": "Answered by a person",
  "history.event.answered.import": "Answer came with the file",
  "history.event.answered.suggestion": "Suggestion taken over",
  "history.event.skipped": "Skipped",
  "history.event.cleared": "Answer withdrawn",
  "history.event.flagged": "Flagged",
  "history.event.unflagged": "Flag removed",
  "history.event.split": "Used for: {before} → {after}",
  "history.event.putAway": "Put away",
  "history.event.broughtBack": "Brought back",
  "history.event.inForce": "In force",
  "history.event.undone": "Taken back",
  "history.event.noAnswer": "No answer",
  "history.event.goneLabel": "A label that was removed",
  "history.event.otherAnswer": "An answer",
} as const satisfies Record<`history.told.${ActionName}`, string> &
  Record<`history.action.${ActionName}`, string> &
  Record<string, string>;
