export { AnswerChips } from "./AnswerChips.tsx";
export { openSimilar } from "./open.ts";
export { SimilarDialog } from "./SimilarDialog.tsx";
