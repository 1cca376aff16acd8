import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { LEAST_SIMILARITY, wordSimilarity } from "#shared/features/suggestions/similarity.ts";
import { buildBm25Index, createBm25Search } from "../../../providers/instant/bm25.ts";
import { foldText, listWords } from "../../../providers/instant/words.ts";
import { AppError } from "#shared/errors/app-error.ts";
import {
  type LearnRow,
  type LearnWatch,
  NO_PROPOSAL,
  type PoolRow,
  type Proposal,
} from "./proposal.ts";

const wordsOf = (text: string): string[] => listWords(foldText(text));

/** The response of the nearest answered text, and how near it is; null above no floor. */
function createNearest(texts: readonly string[], { isStopped }: LearnWatch) {
  const index = buildBm25Index(texts, () => {
    if (isStopped()) throw new AppError("cancelled");
  });
  const search = createBm25Search(index);
  return (text: string): { at: number; similarity: number } | null => {
    const at = search(text);
    if (at === null) return null;
    const similarity = wordSimilarity(wordsOf(text), wordsOf(texts[at]!));
    return similarity < LEAST_SIMILARITY ? null : { at, similarity };
  };
}

const proposed = (value: AnswerValue, similarity: number): Proposal => ({
  value,
  confidence: similarity,
  uncertainty: 1 - similarity,
});

/** The response that was written for the nearest text. */
export function learnWrite(rows: readonly LearnRow[], watch: LearnWatch) {
  const answered = rows.flatMap(({ input, value }) =>
    value.kind === "write" ? [{ input, value }] : [],
  );
  if (answered.length === 0) return null;
  const nearest = createNearest(
    answered.map(({ input }) => input),
    watch,
  );
  return ({ input }: PoolRow): Proposal => {
    const found = nearest(input);
    return found ? proposed(answered[found.at]!.value, found.similarity) : NO_PROPOSAL;
  };
}

/** The last turn that was written for the nearest conversation, put behind the turns that are there. */
export function learnChat(rows: readonly LearnRow[], watch: LearnWatch) {
  const answered = rows.flatMap(({ input, value }) => {
    const last = value.kind === "chat" ? value.turns.at(-1) : undefined;
    return last?.role === "assistant" ? [{ input, last }] : [];
  });
  if (answered.length === 0) return null;
  const nearest = createNearest(
    answered.map(({ input }) => input),
    watch,
  );
  return ({ input, payload }: PoolRow): Proposal => {
    const turns = payload?.kind === "chat" ? payload.turns : [];
    if (turns.at(-1)?.role !== "user") return NO_PROPOSAL;
    const found = nearest(input);
    if (!found) return NO_PROPOSAL;
    const { content } = answered[found.at]!.last;
    const value: AnswerValue = { kind: "chat", turns: [...turns, { role: "assistant", content }] };
    return proposed(value, found.similarity);
  };
}
