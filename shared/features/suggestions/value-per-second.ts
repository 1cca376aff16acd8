/** What is known of an example that nobody has answered. */
export interface Candidate {
  /** Null before anything was learned. */
  uncertainty: number | null;
  /** Its place among the unlike ones, 0 the first; null for none. */
  diversityRank: number | null;
  /** Share of the answers that have the label proposed for it; null where no label is. */
  labelShare: number | null;
}

/** An example that is like others still teaches something. */
const LIKE_OTHERS = 0.2;
/** Half of what diversity is worth is gone after so many unlike examples. */
const HALF_AT_RANK = 100;
const RARE_BONUS = 0.5;

/** How much answering an example teaches: doubt, or novelty before a model exists, more for rare labels. */
export function valueOf({ uncertainty, diversityRank, labelShare }: Candidate): number {
  const novelty =
    diversityRank === null
      ? LIKE_OTHERS
      : Math.max(LIKE_OTHERS, HALF_AT_RANK / (HALF_AT_RANK + diversityRank));
  const rarity = labelShare === null ? 0 : (1 - labelShare) ** 4;
  return (uncertainty ?? novelty) + RARE_BONUS * rarity;
}

/** Best value for the time first; of equals the one that came first. */
export function orderByValue<Entry extends Candidate & { key: number; characters: number }>(
  entries: readonly Entry[],
  secondsFor: (characters: number) => number,
): number[] {
  return entries
    .map((entry) => ({ key: entry.key, rate: valueOf(entry) / secondsFor(entry.characters) }))
    .toSorted((a, b) => b.rate - a.rate || a.key - b.key)
    .map(({ key }) => key);
}
