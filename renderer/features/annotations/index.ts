export { LabelScreen } from "./LabelScreen.tsx";
export { type DiffPart, diffWords } from "./word-diff.ts";
