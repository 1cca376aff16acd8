import type { Measure } from "./contract.ts";
import {
  type Agreement,
  measureOne,
  type Resampling,
  undefinedMeasure,
  type Weights,
  whyNothing,
} from "./measure.ts";
import { agreeingShare, meanShare } from "./percent.ts";
import {
  itemsAnsweredBy,
  ratersOf,
  type Ratings,
  sharedItems,
  type Tally,
  tallyCategories,
} from "./ratings.ts";

/**
 * Fleiss' κ for a fixed number n of answers to an item, by anybody (Fleiss, Psychological Bulletin 1971,
 * 76:378–382). Where items have different numbers of answers, n is the number that most of the shared items
 * have (of equally frequent ones the larger), and only those items count: `items` says how many. The standard
 * error is that of Fleiss, Nee and Landis (Psychological Bulletin 1979, 86:974–977, equation 12); it holds
 * under the assumption of no agreement beyond chance and serves to test that, never for an interval.
 */
export function fleissKappa(ratings: Ratings, resampling?: Resampling): Measure {
  const shared = sharedItems(ratings);
  const raters = usualRaters(shared);
  const chosen = itemsAnsweredBy(shared, raters);
  const reason = whyNothing(chosen);
  if (reason) return undefinedMeasure(reason, chosen.items);
  const tally = tallyCategories(chosen);
  const estimate = fleissEstimate(tally);
  const measure = measureOne(chosen.items, estimate, resampling);
  return measure.state === "defined"
    ? { ...measure, standardError: standardErrorWithoutAgreement(tally, raters) }
    : measure;
}

/** The number of answers that most items have. */
export function usualRaters(ratings: Ratings): number {
  const frequency = new Map<number, number>();
  for (let u = 0; u < ratings.items; u += 1) {
    const raters = ratersOf(ratings, u);
    frequency.set(raters, (frequency.get(raters) ?? 0) + 1);
  }
  const [usual] = [...frequency].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? 0;
}

/** Shares of all answers, by category. */
function sharesOf({ items, kinds, start, kind, count, raters }: Tally, weights: Weights) {
  const shares = new Float64Array(kinds);
  let answers = 0;
  for (let u = 0; u < items; u += 1) {
    const weight = weights[u] as number;
    if (weight === 0) continue;
    answers += weight * (raters[u] as number);
    for (let at = start[u] as number; at < (start[u + 1] as number); at += 1) {
      const each = kind[at] as number;
      shares[each] = (shares[each] as number) + weight * (count[at] as number);
    }
  }
  return shares.map((sum) => sum / answers);
}

function fleissEstimate(tally: Tally): (weights: Weights) => Agreement {
  const mean = meanShare(tally.items, (u) => agreeingShare(tally, u));
  return (weights) => ({
    observed: mean(weights),
    expected: sharesOf(tally, weights).reduce((sum, share) => sum + share * share, 0),
  });
}

function standardErrorWithoutAgreement(tally: Tally, raters: number): number {
  const shares = sharesOf(tally, new Float64Array(tally.items).fill(1));
  let spread = 0;
  let skew = 0;
  for (const share of shares) {
    spread += share * (1 - share);
    skew += share * (1 - share) * (1 - 2 * share);
  }
  return (
    (Math.sqrt(2 / (tally.items * raters * (raters - 1))) / spread) *
    Math.sqrt(Math.max(0, spread * spread - skew))
  );
}
