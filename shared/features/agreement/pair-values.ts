import type { Weights } from "./measure.ts";
import type { Ratings } from "./ratings.ts";

/**
 * The mean of a value that two answers to the same item have between them. `byItems`: every item counts the
 * same; `byAnswers`: as much as it has answers, as in Krippendorff's α.
 */
export function meanPairValue(
  ratings: Ratings,
  between: (a: number, b: number) => number,
  weigh: "byItems" | "byAnswers",
): (weights: Weights) => number {
  const { items, start, category } = ratings;
  const means = new Float64Array(items);
  const shares = new Float64Array(items);
  for (let u = 0; u < items; u += 1) {
    const from = start[u] as number;
    const to = start[u + 1] as number;
    let sum = 0;
    for (let a = from; a < to; a += 1)
      for (let b = from; b < a; b += 1)
        sum += between(category[a] as number, category[b] as number);
    const raters = to - from;
    means[u] = (2 * sum) / (raters * (raters - 1));
    shares[u] = weigh === "byItems" ? 1 : raters;
  }
  return (weights) => {
    let sum = 0;
    let total = 0;
    for (let u = 0; u < items; u += 1) {
      const share = (weights[u] as number) * (shares[u] as number);
      sum += share * (means[u] as number);
      total += share;
    }
    return sum / total;
  };
}
