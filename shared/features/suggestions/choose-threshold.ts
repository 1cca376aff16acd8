/** A held-out example: the score of a label, and whether it has that label. */
export interface ScoredLabel {
  score: number;
  isRight: boolean;
}

/** Right ones before a threshold of one's own says more than the usual one. */
const FEWEST_RIGHT = 5;
export const USUAL_THRESHOLD = 0;

/**
 * The score from which on a label is given so that F1 is best on held-out examples (van Rijsbergen,
 * "Information Retrieval", 1979); halfway between the two scores that it parts. Too few: the usual one.
 */
export function chooseThreshold(rows: readonly ScoredLabel[]): number {
  const right = rows.filter(({ isRight }) => isRight).length;
  if (right < FEWEST_RIGHT) return USUAL_THRESHOLD;
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  let best = { f1: 0, threshold: USUAL_THRESHOLD };
  let hits = 0;
  sorted.forEach(({ score, isRight }, at) => {
    if (isRight) hits += 1;
    const next = sorted[at + 1]?.score ?? score - 1;
    if (next === score) return;
    const f1 = (2 * hits) / (at + 1 + right);
    if (f1 > best.f1) best = { f1, threshold: (score + next) / 2 };
  });
  return best.threshold;
}
