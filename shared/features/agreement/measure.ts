import { AppError } from "../../errors/app-error.ts";
import { percentile } from "../comparisons/bootstrap.ts";
import { seededRandom } from "../comparisons/random.ts";
import { wilson } from "../comparisons/wilson.ts";
import type { Interval, Measure, WhyUndefined } from "./contract.ts";
import type { Ratings } from "./ratings.ts";

/** How often each item was drawn. */
export type Weights = Float64Array;

/** Shares of agreement, seen and expected by chance; `expected` is 0 for measures that do not correct for chance. */
export interface Agreement {
  observed: number;
  expected: number;
}

export interface Resampling {
  seed?: number;
  /** Settles 95 % percentiles to about a twentieth of their distance at 2,000. */
  resamples?: number;
  /** Asked between resamples; true ends the work with `cancelled`. */
  isStopped?: () => boolean;
}

const RESAMPLES = 2000;
/** Fewer only blur an interval that is narrow by then, because so many items are drawn each time. */
const FEWEST_RESAMPLES = 400;
/** Items drawn in all; keeps a measure of 10,000 items well below a second. */
const MOST_DRAWS = 20_000_000;
/** When more resamples than this share have no value, what the measure turns on is too rare for an interval. */
const MOST_WITHOUT_VALUE = 0.1;
/** Of fewer items every resample is nearly the same. */
const FEWEST_FOR_INTERVAL = 5;
/** Expected agreement this near to 1 leaves nothing to be explained; rounding must not make a value of it. */
const NO_VARIATION = 1 - 1e-12;

const valueOf = ({ observed, expected }: Agreement): number =>
  expected < NO_VARIATION ? (observed - expected) / (1 - expected) : Number.NaN;

/** Why nothing can be said about these items at all, if so. */
export function whyNothing({ annotators, items }: Ratings): WhyUndefined | null {
  if (annotators.length < 2) return "oneAnnotator";
  if (items === 0) return "noOverlap";
  return items < 2 ? "tooFewItems" : null;
}

export const undefinedMeasure = (reason: WhyUndefined, items: number): Measure => ({
  state: "undefined",
  reason,
  items,
});

/**
 * Values with 95 % bootstrap percentile intervals (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, chapter 13). Items are drawn with replacement, because people who answer an item answer it together;
 * the same seed draws the same items. Where nobody disagreed, or nobody agreed, every resample would say so
 * too and the interval would shrink to a point; then its other end is Wilson's for the share of such items.
 */
export function measureAll(
  items: number,
  estimate: (weights: Weights) => Agreement[],
  { seed = 1, resamples = RESAMPLES, isStopped = () => false }: Resampling = {},
): Measure[] {
  const weights = new Float64Array(items).fill(1);
  const points = estimate(weights);
  const tries = Math.min(resamples, Math.max(FEWEST_RESAMPLES, Math.floor(MOST_DRAWS / items)));
  const drawn = points.map(() => new Float64Array(tries));
  const random = seededRandom(seed);
  for (let each = 0; each < tries; each += 1) {
    if (isStopped()) throw new AppError("cancelled");
    weights.fill(0);
    for (let draw = 0; draw < items; draw += 1) {
      const item = Math.floor(random() * items);
      weights[item] = (weights[item] as number) + 1;
    }
    estimate(weights).forEach((found, at) => ((drawn[at] as Float64Array)[each] = valueOf(found)));
  }
  return points.map((point, at) => {
    const value = valueOf(point);
    if (Number.isNaN(value)) return undefinedMeasure("noVariation", items);
    const { observed, expected } = point;
    const interval = intervalOf(point, items, drawn[at] as Float64Array);
    return { state: "defined", value, interval, standardError: null, observed, expected, items };
  });
}

/** One measure with its interval. */
export function measureOne(
  items: number,
  estimate: (weights: Weights) => Agreement,
  resampling?: Resampling,
): Measure {
  const [measure] = measureAll(items, (weights) => [estimate(weights)], resampling);
  return measure as Measure;
}

function intervalOf(
  { observed, expected }: Agreement,
  items: number,
  drawn: Float64Array,
): Interval | null {
  if (items < FEWEST_FOR_INTERVAL) return null;
  if (observed >= NO_VARIATION)
    return { low: valueOf({ observed: wilson(items, items).low, expected }), high: 1 };
  if (observed === 0)
    return {
      low: valueOf({ observed: 0, expected }),
      high: valueOf({ observed: wilson(0, items).high, expected }),
    };
  const found = drawn.filter((value) => !Number.isNaN(value)).toSorted();
  if (found.length < drawn.length * (1 - MOST_WITHOUT_VALUE)) return null;
  return { low: percentile(found, 0.025), high: percentile(found, 0.975) };
}
