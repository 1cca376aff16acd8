import type { AnswerValue } from "../annotations/answer-value.ts";
import type { LabelConfusion } from "./contract.ts";
import { ratersOf, type Ratings, sharedItems } from "./ratings.ts";
import { overlaps } from "./spans.ts";

/** More would be a list nobody reads. */
const MOST_CONFUSIONS = 100;

type Difference = readonly [first: string, second: string | null];

/** What people chose instead of each other, most frequent first; an item counts once for each such pair. */
export function listConfusions(ratings: Ratings): LabelConfusion[] {
  const shared = sharedItems(ratings);
  const found = new Map<string, LabelConfusion>();
  for (let u = 0; u < shared.items; u += 1)
    for (const difference of differencesAt(shared, u)) {
      const key = JSON.stringify(difference);
      const [first, second] = difference;
      const entry = found.get(key) ?? { first, second, items: 0 };
      entry.items += 1;
      found.set(key, entry);
    }
  return [...found.values()]
    .toSorted(
      (a, b) =>
        b.items - a.items ||
        a.first.localeCompare(b.first) ||
        (a.second ?? "").localeCompare(b.second ?? ""),
    )
    .slice(0, MOST_CONFUSIONS);
}

function differencesAt(ratings: Ratings, u: number): Difference[] {
  const from = ratings.start[u] as number;
  const values = [...new Set(ratings.category.subarray(from, from + ratersOf(ratings, u)))].map(
    (category) => ratings.categories[category],
  );
  const found = new Map<string, Difference>();
  for (const [at, one] of values.entries())
    for (const two of values.slice(at + 1))
      for (const difference of one && two ? differences(one, two) : [])
        found.set(JSON.stringify(difference), difference);
  return [...found.values()];
}

/** In an order of their own, so that it does not matter who was asked first. */
const inOrder = (a: string, b: string): Difference => (a < b ? [a, b] : [b, a]);

/** The labels (or outcomes) in which two answers differ; texts have none. */
export function differences(one: AnswerValue, two: AnswerValue): Difference[] {
  if (one.kind === "classify" && two.kind === "classify")
    return one.labelId === two.labelId ? [] : [inOrder(one.labelId, two.labelId)];
  if (one.kind === "rank" && two.kind === "rank") {
    const [a, b] = [outcomeOf(one), outcomeOf(two)];
    return a === b ? [] : [inOrder(a, b)];
  }
  if (one.kind === "tag" && two.kind === "tag") return setDifferences(one.labelIds, two.labelIds);
  if (one.kind === "extract" && two.kind === "extract") return spanDifferences(one, two);
  return [];
}

/** `tie`, `bothBad`, or the place of the preferred response. */
export const outcomeOf = (value: Extract<AnswerValue, { kind: "rank" }>): string =>
  value.outcome === "preferred" ? String(value.preferred) : value.outcome;

function setDifferences(one: readonly string[], two: readonly string[]): Difference[] {
  const onlyOne = one.filter((each) => !two.includes(each));
  const onlyTwo = two.filter((each) => !one.includes(each));
  // Labels only one side gave stand against those only the other gave, or against none.
  if (onlyOne.length > 0 && onlyTwo.length > 0)
    return onlyOne.flatMap((a) => onlyTwo.map((b) => inOrder(a, b)));
  return [...onlyOne, ...onlyTwo].map((each) => [each, null] as const);
}

type Extracted = Extract<AnswerValue, { kind: "extract" }>;

function spanDifferences(one: Extracted, two: Extracted): Difference[] {
  return [...spansAgainst(one, two), ...spansAgainst(two, one)];
}

/** Spans of one side that the other labelled otherwise, or did not mark at all. */
function spansAgainst({ spans }: Extracted, other: Extracted): Difference[] {
  return spans.flatMap((span): Difference[] => {
    const met = other.spans.filter((each) => overlaps(span, each));
    if (met.some(({ labelId }) => labelId === span.labelId)) return [];
    return met.length === 0
      ? [[span.labelId, null]]
      : met.map(({ labelId }) => inOrder(span.labelId, labelId));
  });
}
