import { draftNames } from "#shared/features/imports/draft-answer.ts";
import type { RowBatch } from "../row-batch.ts";
import type { LabelBook } from "./label-book.ts";
import { type ResolvedAnswer, resolveAnswer } from "./resolve-answer.ts";

/** Every label that the answers of a batch name. */
export const namesIn = ({ labelNames, answers }: RowBatch): string[] => [
  ...labelNames,
  ...(answers ?? []).flatMap((answer) => draftNames(answer ?? null)),
];

/** The answer of each row as it is stored; a label is looked up once, however many rows name it. */
export function createAnswers({ labelOf, labelNames, answers }: RowBatch, labels: LabelBook) {
  const named = labelNames.map((name) => resolveAnswer({ kind: "label", name }, labels));
  return function answerAt(index: number): ResolvedAnswer | null {
    const answer = answers?.[index];
    return answer ? resolveAnswer(answer, labels) : (named[labelOf?.[index] ?? -1] ?? null);
  };
}
