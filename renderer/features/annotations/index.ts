export { AnswerLine, AnswerSummary, describeAnswer } from "./AnswerSummary.tsx";
export { applyDraft, saveNow, useValue } from "./decisions.ts";
export { useCurrentExample } from "./desk.ts";
export { addDeskNotice } from "./DeskNotices.tsx";
export { LabelScreen } from "./LabelScreen.tsx";
export { type DiffPart, diffWords } from "./word-diff.ts";
