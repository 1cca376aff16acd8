import { answerKey } from "../annotations/answer-key.ts";
import type { SimilarExample, SimilarFound } from "./contract.ts";
import { TICKED_FROM } from "./likeness.ts";

/**
 * Whether an example is ticked before the person looked: where the same words are marked, or where it is very
 * much alike and either has no answer yet or the very one that turned out wrong. Another answer may well be
 * right: to overwrite it takes a tick of its own.
 */
export function isTickedFirst(
  { source, mode }: Pick<SimilarFound, "source" | "mode">,
  { answer, similarity }: Pick<SimilarExample, "answer" | "similarity">,
): boolean {
  if (source.answer?.kind === "extract") return true;
  if (similarity < TICKED_FROM) return false;
  if (answer === null || mode === "change") return true;
  return source.before !== null && answerKey(source.before) === answerKey(answer);
}
