import type { Measure } from "./contract.ts";
import { measureOne, type Resampling, undefinedMeasure, whyNothing } from "./measure.ts";
import { type Ratings, sharedItems, type Tally, tallyCategories } from "./ratings.ts";

/** Of the pairs of people who answered item `u`, the share that gave the same answer. */
export function agreeingShare({ start, count, raters }: Tally, u: number): number {
  const total = raters[u] as number;
  let pairs = 0;
  for (let at = start[u] as number; at < (start[u + 1] as number); at += 1) {
    const times = count[at] as number;
    pairs += times * (times - 1);
  }
  return pairs / (total * (total - 1));
}

/** The mean of a share that every item has. */
export const meanShare = (items: number, shareOf: (u: number) => number) => {
  const shares = Float64Array.from({ length: items }, (_, u) => shareOf(u));
  return (weights: Float64Array): number => {
    let sum = 0;
    let total = 0;
    for (let u = 0; u < items; u += 1) {
      sum += (weights[u] as number) * (shares[u] as number);
      total += weights[u] as number;
    }
    return sum / total;
  };
};

/**
 * Observed agreement, between 0 and 1: pairs of answers that say the same among all pairs to an item, averaged
 * over the items with two answers or more, every item counting the same (P̄ of Fleiss, Psychological Bulletin
 * 1971, 76:378–382, which for two people is the plain share of items they agree on).
 */
export function percentAgreement(ratings: Ratings, resampling?: Resampling): Measure {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return undefinedMeasure(reason, shared.items);
  const tally = tallyCategories(shared);
  const mean = meanShare(shared.items, (u) => agreeingShare(tally, u));
  const measure = measureOne(
    shared.items,
    (weights) => ({ observed: mean(weights), expected: 0 }),
    resampling,
  );
  return measure.state === "defined" ? { ...measure, expected: null } : measure;
}
