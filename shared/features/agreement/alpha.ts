import type { Measure } from "./contract.ts";
import {
  type Agreement,
  measureAll,
  measureOne,
  type Resampling,
  undefinedMeasure,
  type Weights,
  whyNothing,
} from "./measure.ts";
import { type Ratings, sharedItems, type Tally, tallyCategories } from "./ratings.ts";

/**
 * Krippendorff's α for nominal data, any number of people and missing answers (Krippendorff, Computing
 * Krippendorff's Alpha-Reliability, 2011, section C): 1 − Dₒ / Dₑ from the coincidences of answers to the same
 * item, each item weighing as much as it has answers. Items with one answer have no part in it.
 */
export function krippendorffAlpha(ratings: Ratings, resampling?: Resampling): Measure {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return undefinedMeasure(reason, shared.items);
  const tally = tallyCategories(shared);
  return measureOne(shared.items, (weights) => nominalAgreement(tally, weights), resampling);
}

function nominalAgreement(tally: Tally, weights: Weights): Agreement {
  const { items, kinds, start, kind, count, raters } = tally;
  const uses = new Float64Array(kinds);
  let answers = 0;
  let same = 0;
  for (let u = 0; u < items; u += 1) {
    const weight = weights[u] as number;
    if (weight === 0) continue;
    const total = raters[u] as number;
    answers += weight * total;
    for (let at = start[u] as number; at < (start[u + 1] as number); at += 1) {
      const times = count[at] as number;
      const each = kind[at] as number;
      uses[each] = (uses[each] as number) + weight * times;
      same += (weight * times * (times - 1)) / (total - 1);
    }
  }
  let expected = 0;
  for (const n of uses) expected += n * (n - 1);
  return { observed: same / answers, expected: expected / (answers * (answers - 1)) };
}

/**
 * α of each label by itself: every answer either names it or does not (nominal α of two categories). Labels that
 * nobody used, and those that everybody always used, have none.
 */
export function labelAlphas(tally: Tally, resampling?: Resampling): Measure[] {
  const used = new Float64Array(tally.kinds);
  tally.kind.forEach((each, at) => {
    used[each] = (used[each] as number) + (tally.count[at] as number);
  });
  const measures = measureAll(
    tally.items,
    (weights) => binaryAgreements(tally, weights),
    resampling,
  );
  return measures.map((measure, kind) =>
    used[kind] === 0 ? undefinedMeasure("labelUnused", tally.items) : measure,
  );
}

function binaryAgreements(tally: Tally, weights: Weights): Agreement[] {
  const { items, kinds, start, kind, count, raters } = tally;
  const uses = new Float64Array(kinds);
  const apart = new Float64Array(kinds);
  let answers = 0;
  for (let u = 0; u < items; u += 1) {
    const weight = weights[u] as number;
    if (weight === 0) continue;
    const total = raters[u] as number;
    answers += weight * total;
    for (let at = start[u] as number; at < (start[u + 1] as number); at += 1) {
      const times = count[at] as number;
      const each = kind[at] as number;
      uses[each] = (uses[each] as number) + weight * times;
      apart[each] = (apart[each] as number) + (weight * 2 * times * (total - times)) / (total - 1);
    }
  }
  return Array.from({ length: kinds }, (_, each) => {
    const n = uses[each] as number;
    return {
      observed: 1 - (apart[each] as number) / answers,
      expected: 1 - (2 * n * (answers - n)) / (answers * (answers - 1)),
    };
  });
}
