export const examplesMessages = {
  "examples.list": "Examples",
  "examples.none": "No examples here any more.",
  "examples.emptyInput": "(no text)",
  "examples.answered": "Answered",
  "examples.flagged": "Flagged",
  "examples.column.input": "Text",
  "examples.column.answer": "Answer",
  "examples.column.split": "Used for",
  "examples.status.unlabelled": "No answer yet",
  "examples.status.labelled": "Answered",
  "examples.status.skipped": "Skipped",
} as const satisfies Record<string, string>;
