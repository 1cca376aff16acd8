import { seededRandom } from "../comparisons/random.ts";
import type { Measure } from "./contract.ts";
import {
  measureOne,
  type Resampling,
  undefinedMeasure,
  type Weights,
  whyNothing,
} from "./measure.ts";
import { meanPairValue } from "./pair-values.ts";
import { type Ratings, sharedItems } from "./ratings.ts";

export type SetDistance = (a: ReadonlySet<string>, b: ReadonlySet<string>) => number;

/** Share of the labels of both that only one has, between 0 and 1; two empty sets are the same. */
export const jaccardDistance: SetDistance = (a, b) => {
  const shared = sharedBy(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
};

/**
 * MASI (Passonneau, Measuring Agreement on Set-Valued Items, LREC 2006): Jaccard's likeness times 1 for equal
 * sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they do not; as a distance 1 minus that.
 */
export const masiDistance: SetDistance = (a, b) => {
  const shared = sharedBy(a, b);
  const all = a.size + b.size - shared;
  if (all === 0) return 0;
  if (shared === 0) return 1;
  const smaller = Math.min(a.size, b.size);
  const monotonicity = all === shared ? 1 : shared === smaller ? 2 / 3 : 1 / 3;
  return 1 - (shared / all) * monotonicity;
};

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return shared;
}

/** Up to here the chance part is worked out anew in every resample; beyond, it is held fixed: it hardly varies. */
const KINDS_RESAMPLED = 300;
/** Beyond this many different sets the chance part comes from random pairs of answers. */
const KINDS_COUNTED = 3000;
const RANDOM_PAIRS = 2_000_000;

/**
 * Krippendorff's α over sets of labels, with a distance between sets in place of "same or not" (Krippendorff
 * 2011, section E; Passonneau 2006). Any number of people, missing answers allowed.
 */
export function setAlpha(
  ratings: Ratings,
  distance: SetDistance,
  resampling?: Resampling,
): Measure {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return undefinedMeasure(reason, shared.items);
  const { used, sets, compact } = usedSets(shared);
  const between = (a: number, b: number) =>
    distance(sets[a] as ReadonlySet<string>, sets[b] as ReadonlySet<string>);
  const observed = meanPairValue(compact, between, "byAnswers");
  const expected = expectedDistance(compact, used, between);
  return measureOne(
    shared.items,
    (weights) => ({ observed: 1 - observed(weights), expected: 1 - expected(weights) }),
    resampling,
  );
}

/** Only the sets that shared items have, numbered anew. */
function usedSets(shared: Ratings) {
  const used = [...new Set(shared.category)];
  const renumbered = new Map(used.map((category, at) => [category, at]));
  const sets = used.map((category) => {
    const value = shared.categories[category];
    return new Set(value?.kind === "tag" ? value.labelIds : []);
  });
  const category = shared.category.map((each) => renumbered.get(each) ?? 0);
  return { used: used.length, sets, compact: { ...shared, category } };
}

function expectedDistance(
  ratings: Ratings,
  kinds: number,
  between: (a: number, b: number) => number,
): (weights: Weights) => number {
  const ones = new Float64Array(ratings.items).fill(1);
  if (kinds > KINDS_COUNTED) {
    const fixed = distanceOfRandomPairs(ratings.category, between);
    return () => fixed;
  }
  if (kinds > KINDS_RESAMPLED) {
    const fixed = distanceByUses(usesOf(ratings, kinds, ones), between);
    return () => fixed;
  }
  const matrix = new Float64Array(kinds * kinds);
  for (let a = 0; a < kinds; a += 1)
    for (let b = 0; b < kinds; b += 1) matrix[a * kinds + b] = between(a, b);
  return (weights) =>
    distanceByUses(usesOf(ratings, kinds, weights), (a, b) => matrix[a * kinds + b] as number);
}

function usesOf(ratings: Ratings, kinds: number, weights: Weights): Float64Array {
  const uses = new Float64Array(kinds);
  for (let u = 0; u < ratings.items; u += 1)
    for (let at = ratings.start[u] as number; at < (ratings.start[u + 1] as number); at += 1) {
      const each = ratings.category[at] as number;
      uses[each] = (uses[each] as number) + (weights[u] as number);
    }
  return uses;
}

function distanceByUses(uses: Float64Array, between: (a: number, b: number) => number): number {
  let total = 0;
  let sum = 0;
  for (let a = 0; a < uses.length; a += 1) {
    const n = uses[a] as number;
    total += n;
    if (n === 0) continue;
    for (let b = 0; b < a; b += 1) sum += 2 * n * (uses[b] as number) * between(a, b);
  }
  return sum / (total * (total - 1));
}

function distanceOfRandomPairs(category: Int32Array, between: (a: number, b: number) => number) {
  const random = seededRandom(1);
  let sum = 0;
  for (let each = 0; each < RANDOM_PAIRS; each += 1) {
    const a = Math.floor(random() * category.length);
    // Another answer than the first one.
    const b = (a + 1 + Math.floor(random() * (category.length - 1))) % category.length;
    sum += between(category[a] as number, category[b] as number);
  }
  return sum / RANDOM_PAIRS;
}
