import type { AnswerValue } from "./answer-value.ts";

/** What an answer says in words of its own; labels are not among them. */
export function answerTexts(value: AnswerValue): string {
  switch (value.kind) {
    case "write":
      return value.response;
    case "chat":
      return value.turns.map(({ content }) => content).join("\n");
    case "rank":
      return value.reasons.join("\n");
    case "classify":
    case "tag":
    case "extract":
      return "";
  }
}

/** The labels that an answer names, in its own order, each once. */
export function answerLabels(value: AnswerValue): string[] {
  if (value.kind === "classify") return [value.labelId];
  if (value.kind === "tag") return [...new Set(value.labelIds)];
  if (value.kind === "extract") return [...new Set(value.spans.map(({ labelId }) => labelId))];
  return [];
}
