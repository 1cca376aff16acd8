import { answerKey } from "../annotations/answer-key.ts";
import type { AnswerValue } from "../annotations/answer-value.ts";

/** One person's answer to one item. */
export interface GivenAnswer {
  item: string;
  annotator: string;
  value: AnswerValue;
  /** Code points of the item's text; needed for spans only. */
  length?: number;
}

/**
 * Answers as numbers. Answers of item `u` lie at `start[u]` up to `start[u + 1]`; answers that say the same
 * share a category.
 */
export interface Ratings {
  items: number;
  annotators: readonly string[];
  /** One answer of each category. */
  categories: readonly AnswerValue[];
  start: Int32Array;
  annotator: Int32Array;
  category: Int32Array;
  /** Code points of each item's text; 0 where unknown. */
  lengths: Float64Array;
}

/** Codes answers; of several by one person to one item the last counts, and the others are counted. */
export function codeRatings(answers: Iterable<GivenAnswer>): Ratings & { repeated: number } {
  const annotators = new Map<string, number>();
  const categories = new Map<string, number>();
  const samples: AnswerValue[] = [];
  const items = new Map<string, { length: number; given: Map<number, number> }>();
  let repeated = 0;
  for (const { item, annotator, value, length = 0 } of answers) {
    const who = indexIn(annotators, annotator);
    const category = indexIn(categories, answerKey(value));
    if (category === samples.length) samples.push(value);
    let entry = items.get(item);
    if (!entry) items.set(item, (entry = { length, given: new Map() }));
    if (entry.given.has(who)) repeated += 1;
    entry.given.set(who, category);
  }
  const rows = [...items.values()];
  return {
    ...layOut(
      rows.map(({ given }) => [...given]),
      rows.map(({ length }) => length),
    ),
    annotators: [...annotators.keys()],
    categories: samples,
    repeated,
  };
}

function indexIn(known: Map<string, number>, key: string): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, known.size);
  return known.size - 1;
}

type Row = readonly (readonly [annotator: number, category: number])[];

function layOut(rows: readonly Row[], lengths: readonly number[]) {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, u) => (start[u + 1] = (start[u] as number) + row.length));
  const total = start[rows.length] as number;
  const annotator = new Int32Array(total);
  const category = new Int32Array(total);
  rows.forEach((row, u) =>
    row.forEach(([who, what], at) => {
      annotator[(start[u] as number) + at] = who;
      category[(start[u] as number) + at] = what;
    }),
  );
  return { items: rows.length, start, annotator, category, lengths: Float64Array.from(lengths) };
}

/** The answers to item `u`, as pairs of annotator and category. */
function rowOf({ start, annotator, category }: Ratings, u: number): Row {
  const row: [number, number][] = [];
  for (let at = start[u] as number; at < (start[u + 1] as number); at += 1)
    row.push([annotator[at] as number, category[at] as number]);
  return row;
}

function selectRows(ratings: Ratings, choose: (row: Row) => Row | null): Ratings {
  const rows: Row[] = [];
  const lengths: number[] = [];
  for (let u = 0; u < ratings.items; u += 1) {
    const row = choose(rowOf(ratings, u));
    if (!row) continue;
    rows.push(row);
    lengths.push(ratings.lengths[u] as number);
  }
  return { ...ratings, ...layOut(rows, lengths) };
}

/** Items that two people or more answered: only they can show agreement. */
export const sharedItems = (ratings: Ratings): Ratings =>
  selectRows(ratings, (row) => (row.length >= 2 ? row : null));

/** Items with exactly this many answers. */
export const itemsAnsweredBy = (ratings: Ratings, raters: number): Ratings =>
  selectRows(ratings, (row) => (row.length === raters ? row : null));

/** Items that both of two people answered, with the answer of the first one first. */
export function itemsOfPair(ratings: Ratings, first: number, second: number): Ratings {
  const selected = selectRows(ratings, (row) => {
    const one = row.find(([who]) => who === first);
    const two = row.find(([who]) => who === second);
    return one && two
      ? [
          [0, one[1]],
          [1, two[1]],
        ]
      : null;
  });
  const names = [first, second].map((who) => ratings.annotators[who] ?? "");
  return { ...selected, annotators: names };
}

/** Answers to item `u`. */
export const ratersOf = ({ start }: Ratings, u: number): number =>
  (start[u + 1] as number) - (start[u] as number);

/** How often each category (or label) was given to each item; only those that were. */
export interface Tally {
  items: number;
  kinds: number;
  start: Int32Array;
  kind: Int32Array;
  count: Float64Array;
  /** Answers to each item. */
  raters: Float64Array;
}

/** Counts what each answer names; `kindsOf` gives the kinds of a category, each once. */
export function tallyKinds(
  ratings: Ratings,
  kinds: number,
  kindsOf: (category: number) => readonly number[],
): Tally {
  const start = new Int32Array(ratings.items + 1);
  const raters = new Float64Array(ratings.items);
  const kind: number[] = [];
  const count: number[] = [];
  for (let u = 0; u < ratings.items; u += 1) {
    const found = new Map<number, number>();
    for (let at = ratings.start[u] as number; at < (ratings.start[u + 1] as number); at += 1)
      for (const each of kindsOf(ratings.category[at] as number))
        found.set(each, (found.get(each) ?? 0) + 1);
    for (const [each, times] of found) {
      kind.push(each);
      count.push(times);
    }
    start[u + 1] = kind.length;
    raters[u] = ratersOf(ratings, u);
  }
  return {
    items: ratings.items,
    kinds,
    start,
    kind: Int32Array.from(kind),
    count: Float64Array.from(count),
    raters,
  };
}

/** How often each answer was given to each item. */
export const tallyCategories = (ratings: Ratings): Tally =>
  tallyKinds(ratings, ratings.categories.length, (category) => [category]);
