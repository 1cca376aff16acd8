import type { Measure } from "./contract.ts";
import {
  type Agreement,
  measureOne,
  type Resampling,
  undefinedMeasure,
  type Weights,
  whyNothing,
} from "./measure.ts";
import { itemsOfPair, type Ratings } from "./ratings.ts";

/** Which answer the first person gave each item, and which the second. */
function countTable({ items, category, categories }: Ratings) {
  const kinds = categories.length;
  const first = new Float64Array(kinds);
  const second = new Float64Array(kinds);
  return function count(weights: Weights) {
    first.fill(0);
    second.fill(0);
    let same = 0;
    let total = 0;
    for (let u = 0; u < items; u += 1) {
      const weight = weights[u] as number;
      const one = category[2 * u] as number;
      const two = category[2 * u + 1] as number;
      first[one] = (first[one] as number) + weight;
      second[two] = (second[two] as number) + weight;
      if (one === two) same += weight;
      total += weight;
    }
    return { first, second, same, total };
  };
}

/**
 * Cohen's κ of two people over the items both answered: (pₒ − pₑ) / (1 − pₑ), where pₑ is the agreement of
 * two people who answer at random, each with his own habits (Cohen, Educational and Psychological Measurement
 * 1960, 20:37–46). The standard error is the large-sample one of Fleiss, Cohen and Everitt (Psychological
 * Bulletin 1969, 72:323–327, equation 13).
 */
export function cohenKappa(
  ratings: Ratings,
  [one, two]: readonly [number, number] = [0, 1],
  resampling?: Resampling,
): Measure {
  const both = itemsOfPair(ratings, one, two);
  const reason = ratings.annotators.length < 2 ? "oneAnnotator" : whyNothing(both);
  if (reason) return undefinedMeasure(reason, both.items);
  const count = countTable(both);
  const measure = measureOne(both.items, (weights) => agreementOf(count(weights)), resampling);
  return measure.state === "defined"
    ? { ...measure, standardError: standardErrorOf(both, measure.value) }
    : measure;
}

function agreementOf(counted: ReturnType<ReturnType<typeof countTable>>): Agreement {
  const { first, second, same, total } = counted;
  let products = 0;
  for (let kind = 0; kind < first.length; kind += 1)
    products += (first[kind] as number) * (second[kind] as number);
  return { observed: same / total, expected: products / (total * total) };
}

function standardErrorOf(both: Ratings, kappa: number): number {
  const ones = new Float64Array(both.items).fill(1);
  const counted = countTable(both)(ones);
  const { expected } = agreementOf(counted);
  const { first, second, total } = counted;
  // Each cell of the table is visited once for every item in it.
  let onDiagonal = 0;
  let beside = 0;
  for (let u = 0; u < both.items; u += 1) {
    const row = both.category[2 * u] as number;
    const column = both.category[2 * u + 1] as number;
    if (row === column) {
      const margins = ((first[row] as number) + (second[row] as number)) / total;
      onDiagonal += (1 - margins * (1 - kappa)) ** 2 / total;
    } else {
      const margins = ((second[row] as number) + (first[column] as number)) / total;
      beside += margins ** 2 / total;
    }
  }
  const variance = onDiagonal + (1 - kappa) ** 2 * beside - (kappa - expected * (1 - kappa)) ** 2;
  return Math.sqrt(Math.max(0, variance)) / ((1 - expected) * Math.sqrt(total));
}
