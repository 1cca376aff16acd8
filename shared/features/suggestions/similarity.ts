/** Below this two texts are not about the same, and the answer to one says nothing about the other. */
export const LEAST_SIMILARITY = 0.5;

/** How many of their words two texts share: Dice's coefficient of the two sets (Dice, Ecology 1945), 0 to 1. */
export function wordSimilarity(first: Iterable<string>, second: Iterable<string>): number {
  const [a, b] = [new Set(first), new Set(second)];
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
