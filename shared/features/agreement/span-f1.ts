import type { Measure } from "./contract.ts";
import { measureOne, type Resampling, undefinedMeasure, whyNothing } from "./measure.ts";
import { type Ratings, sharedItems } from "./ratings.ts";

/**
 * Of the spans that pairs of people marked, the share both marked with the same label and the same ends: twice
 * the common ones over all (the F-measure between annotators; Hripcsak and Rothschild, JAMIA 2005, 12:296–298,
 * who show that κ comes near it where nearly everything is unmarked). Between 0 and 1; nothing is claimed
 * about chance.
 */
export function spanF1(ratings: Ratings, resampling?: Resampling): Measure {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return undefinedMeasure(reason, shared.items);
  const { common, marked } = countSpans(shared);
  if (marked.every((each) => each === 0)) return undefinedMeasure("noVariation", shared.items);
  const measure = measureOne(
    shared.items,
    (weights) => {
      const all = dot(weights, marked);
      return all === 0
        ? { observed: 0, expected: 1 }
        : { observed: (2 * dot(weights, common)) / all, expected: 0 };
    },
    resampling,
  );
  return measure.state === "defined" ? { ...measure, observed: null, expected: null } : measure;
}

const NO_SPANS: ReadonlySet<string> = new Set();

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, each, at) => sum + each * (b[at] as number), 0);

/** Over the pairs of people at each item: spans in common, and spans of both. */
function countSpans({ items, start, category, categories }: Ratings) {
  const spans = categories.map(
    (value) =>
      new Set(
        value.kind === "extract"
          ? value.spans.map((span) => `${span.start} ${span.end} ${span.labelId}`)
          : [],
      ),
  );
  const common = new Float64Array(items);
  const marked = new Float64Array(items);
  for (let u = 0; u < items; u += 1)
    for (let a = start[u] as number; a < (start[u + 1] as number); a += 1)
      for (let b = start[u] as number; b < a; b += 1) {
        const one = spans[category[a] as number] ?? NO_SPANS;
        const two = spans[category[b] as number] ?? NO_SPANS;
        const both = [...one].filter((span) => two.has(span)).length;
        common[u] = (common[u] as number) + both;
        marked[u] = (marked[u] as number) + one.size + two.size;
      }
  return { common, marked };
}
