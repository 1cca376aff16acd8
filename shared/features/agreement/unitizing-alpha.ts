import type { LabelAgreement, Measure } from "./contract.ts";
import {
  measureAll,
  type Resampling,
  undefinedMeasure,
  type Weights,
  whyNothing,
} from "./measure.ts";
import { ratersOf, type Ratings, sharedItems } from "./ratings.ts";
import { type Stretch, stretchesByLabel } from "./spans.ts";
import { gapsBetween, stretchDistance } from "./unitizing-distance.ts";

/** Disagreement in units of the text's length squared, as the paper gives it. */
export interface Disagreement {
  observed: number;
  expected: number;
}

/** What one label is on every text where somebody used it. */
interface LabelText {
  item: number;
  /** Sum of distances of ordered pairs of people, over the number of people less one. */
  distance: number;
  unitLengths: number[];
  /** Places in the list of gap lengths; of those who used the label here. */
  gaps: number[];
  /** People who used the label here: their whole text is no gap. */
  users: number;
}

/** Every text, read once; sums over resamples are then cheap. */
interface Continuum {
  ratings: Ratings;
  labels: { labelId: string; uses: number; texts: LabelText[] }[];
  /** Different lengths of gaps, rising, and each text's own length among them. */
  gapLengths: number[];
  wholeGap: Int32Array;
}

/**
 * Krippendorff's unitizing α for spans: 1 − Σ Dₒ / Σ Dₑ over all labels, and of each label by itself
 * (Krippendorff, Quality & Quantity 2004, 38:787–800, equations 2 to 4). The paper's continuum is one text read
 * by everybody. Here every text is a piece of it: its ends end every gap, and where not everybody read every
 * text, a text's distances are divided by its own number of readers less one, as α does with missing answers.
 * For one text that all have read, and for texts that all have read up to the gaps at their ends, that is the
 * paper's formula. Lengths are code points.
 */
export function unitizingAlpha(
  ratings: Ratings,
  resampling: Resampling = {},
): { overall: Measure; perLabel: LabelAgreement[] } {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return { overall: undefinedMeasure(reason, shared.items), perLabel: [] };
  const continuum = readContinuum(shared);
  const { labels } = continuum;
  const [overall, ...perLabel] = measureAll(
    shared.items,
    (weights) => {
      const found = disagreements(continuum, weights);
      const sum = found.reduce(
        (all, each) => ({
          observed: all.observed + each.observed,
          expected: all.expected + each.expected,
        }),
        { observed: 0, expected: 0 },
      );
      return [sum, ...found].map(({ observed, expected }) => ({
        observed: 1 - observed,
        expected: 1 - expected,
      }));
    },
    { resamples: 500, ...resampling },
  ).map((measure): Measure =>
    measure.state === "defined" ? { ...measure, observed: null, expected: null } : measure,
  );
  return {
    overall:
      labels.length === 0 ? undefinedMeasure("noVariation", shared.items) : (overall as Measure),
    perLabel: labels.map(({ labelId, uses }, at) => ({
      labelId,
      uses,
      measure: perLabel[at] as Measure,
    })),
  };
}

/** Observed and expected disagreement of each label. */
export function labelDisagreements(ratings: Ratings): Map<string, Disagreement> {
  const continuum = readContinuum(sharedItems(ratings));
  const found = disagreements(continuum, new Float64Array(continuum.ratings.items).fill(1));
  return new Map(
    continuum.labels.map(({ labelId }, at) => [labelId, found[at] as Disagreement] as const),
  );
}

function readContinuum(ratings: Ratings): Continuum {
  const stretches = ratings.categories.map(stretchesByLabel);
  const lengths = textLengths(ratings, stretches);
  const gapLengths = new Set(lengths);
  const byLabel = new Map<string, { uses: number; texts: (LabelText & { spare: number[] })[] }>();
  for (let u = 0; u < ratings.items; u += 1) {
    const from = ratings.start[u] as number;
    const people = Array.from(
      { length: ratersOf(ratings, u) },
      (_, at) => stretches[ratings.category[from + at] as number] as Map<string, Stretch[]>,
    );
    for (const labelId of new Set(people.flatMap((person) => [...person.keys()]))) {
      const each = people.map((person) => person.get(labelId) ?? []);
      const users = each.filter((own) => own.length > 0);
      const spare = users.flatMap((own) => gapsBetween(own, lengths[u] as number));
      for (const gap of spare) gapLengths.add(gap);
      const unitLengths = users.flat().map(({ start, end }) => end - start);
      const entry = byLabel.get(labelId) ?? { uses: 0, texts: [] };
      entry.uses += unitLengths.length;
      const distance = distanceAmong(each) / (people.length - 1);
      entry.texts.push({ item: u, distance, unitLengths, gaps: [], spare, users: users.length });
      byLabel.set(labelId, entry);
    }
  }
  const sorted = [...gapLengths].toSorted((a, b) => a - b);
  const place = new Map(sorted.map((length, at) => [length, at]));
  const labels = [...byLabel].map(([labelId, { uses, texts }]) => ({
    labelId,
    uses,
    texts: texts.map(({ spare, ...text }) => ({
      ...text,
      gaps: spare.map((gap) => place.get(gap) as number),
    })),
  }));
  const wholeGap = Int32Array.from(lengths, (length) => place.get(length) as number);
  return { ratings: { ...ratings, lengths }, labels, gapLengths: sorted, wholeGap };
}

/** A text is at least as long as its spans reach, should its length not be known. */
function textLengths(ratings: Ratings, stretches: readonly Map<string, Stretch[]>[]) {
  return ratings.lengths.map((length, u) => {
    let longest = length;
    for (let at = ratings.start[u] as number; at < (ratings.start[u + 1] as number); at += 1)
      for (const own of stretches[ratings.category[at] as number]?.values() ?? [])
        longest = Math.max(longest, own.at(-1)?.end ?? 0);
    return longest;
  });
}

/** Over ordered pairs of people: each pair counts twice. */
function distanceAmong(people: readonly (readonly Stretch[])[]): number {
  let sum = 0;
  for (const [a, one] of people.entries())
    for (const two of people.slice(a + 1)) sum += 2 * stretchDistance(one, two);
  return sum;
}

function disagreements(continuum: Continuum, weights: Weights): Disagreement[] {
  const { ratings, labels, gapLengths, wholeGap } = continuum;
  /** How many whole texts there are of each length, a text once for each of its readers. */
  const whole = new Float64Array(gapLengths.length);
  let read = 0;
  let length = 0;
  for (let u = 0; u < ratings.items; u += 1) {
    const weight = weights[u] as number;
    const readers = weight * ratersOf(ratings, u);
    const at = wholeGap[u] as number;
    whole[at] = (whole[at] as number) + readers;
    read += readers * (ratings.lengths[u] as number);
    length += weight * (ratings.lengths[u] as number);
  }
  return labels.map(({ texts }) => {
    const gaps = whole.slice();
    for (const { item, gaps: own, users } of texts) {
      const weight = weights[item] as number;
      const at = wholeGap[item] as number;
      gaps[at] = (gaps[at] as number) - weight * users;
      for (const gap of own) gaps[gap] = (gaps[gap] as number) + weight;
    }
    return disagreementOf(texts, weights, { gaps, gapLengths, read, length });
  });
}

function disagreementOf(
  texts: readonly LabelText[],
  weights: Weights,
  all: { gaps: Float64Array; gapLengths: number[]; read: number; length: number },
): Disagreement {
  const unitsByLength = new Map<number, number>();
  let distance = 0;
  for (const text of texts) {
    const weight = weights[text.item] as number;
    if (weight === 0) continue;
    distance += weight * text.distance;
    for (const each of text.unitLengths)
      unitsByLength.set(each, (unitsByLength.get(each) ?? 0) + weight);
  }
  const roomFor = createRoomFor(all.gaps, all.gapLengths);
  let units = 0;
  let cubes = 0;
  let inGaps = 0;
  let within = 0;
  for (const [l, times] of unitsByLength) {
    units += times;
    cubes += times * (2 * l ** 3 - 3 * l ** 2 + l);
    inGaps += times * l ** 2 * roomFor(l);
    within += times * l * (l - 1);
  }
  const sum = ((units - 1) / 3) * cubes + inGaps;
  const { read, length } = all;
  return {
    observed: distance / (read * length),
    expected: units === 0 ? 0 : (2 * sum) / (length * (read * (read - 1) - within)),
  };
}

/** In how many places of all gaps a unit of some length could lie: Σ (gap − length + 1) over gaps no shorter. */
function createRoomFor(gaps: Float64Array, gapLengths: readonly number[]) {
  const counts = new Float64Array(gaps.length + 1);
  const lengths = new Float64Array(gaps.length + 1);
  for (let at = gaps.length - 1; at >= 0; at -= 1) {
    counts[at] = (counts[at + 1] as number) + (gaps[at] as number);
    lengths[at] = (lengths[at + 1] as number) + (gaps[at] as number) * (gapLengths[at] as number);
  }
  return (length: number): number => {
    let low = 0;
    let high = gapLengths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gapLengths[middle] as number) < length) low = middle + 1;
      else high = middle;
    }
    return (lengths[low] as number) - (length - 1) * (counts[low] as number);
  };
}
