import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { DraftAnswer } from "#shared/features/imports/draft-answer.ts";
import type { LabelBook } from "./label-book.ts";

/** An answer as it is stored. */
export interface ResolvedAnswer {
  /** JSON of an `AnswerValue`. */
  value: string;
  labelKey: number | null;
}

/** Puts the ids of labels in the place of their names; labels that the file brings are made. */
export function resolveAnswer(answer: DraftAnswer, labels: LabelBook): ResolvedAnswer {
  const toJson = (value: AnswerValue) => JSON.stringify(value);
  if (answer.kind === "response")
    return { value: toJson({ kind: "write", response: answer.text }), labelKey: null };
  if (answer.kind === "labels") {
    const labelIds = answer.names.map((name) => labels.get(name).labelId);
    return { value: toJson({ kind: "tag", labelIds }), labelKey: null };
  }
  if (answer.kind === "spans") {
    const spans = answer.spans.map(({ start, end, name }) => ({
      start,
      end,
      labelId: labels.get(name).labelId,
    }));
    return { value: toJson({ kind: "extract", spans }), labelKey: null };
  }
  if (answer.kind === "turns")
    return { value: toJson({ kind: "chat", turns: answer.turns }), labelKey: null };
  if (answer.kind === "preference") {
    const { outcome, preferred } = answer;
    return { value: toJson({ kind: "rank", outcome, preferred, reasons: [] }), labelKey: null };
  }
  const { key, answer: value } = labels.get(answer.name);
  return { value, labelKey: key };
}
