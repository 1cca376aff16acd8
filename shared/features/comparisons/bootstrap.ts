import type { Proportion } from "./contract.ts";
import { type CodedAnswers, macroF1 } from "./label-scores.ts";
import { seededRandom } from "./random.ts";

/** Enough for 95 % percentiles to settle to about a tenth of their distance. */
const RESAMPLES = 1000;

/**
 * A measure with its 95 % bootstrap percentile interval (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, chapter 13): rows are drawn with replacement, the same seed draws the same rows.
 */
export function bootstrapInterval(
  count: number,
  measure: (rows?: Int32Array) => number,
  seed = 1,
): Proportion {
  if (count === 0) return { value: 0, low: 0, high: 1 };
  const value = measure();
  const random = seededRandom(seed);
  const rows = new Int32Array(count);
  const found = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    for (let index = 0; index < count; index += 1) rows[index] = Math.floor(random() * count);
    found[resample] = measure(rows);
  }
  found.sort();
  return { value, low: percentile(found, 0.025), high: percentile(found, 0.975) };
}

/** Macro-F1 with its interval. */
export const macroF1Interval = (answers: CodedAnswers, seed = 1): Proportion =>
  bootstrapInterval(answers.expected.length, (rows) => macroF1(answers, rows), seed);

/** Linear between the two nearest of the sorted values (type 7 of Hyndman and Fan, 1996). */
export function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}
