import { wilson } from "./wilson.ts";

/** Examples by who was right on them. */
export interface PairedCounts {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/**
 * First share minus second share on the same examples, with its 95 % interval: method 10 of Newcombe,
 * "Improved confidence intervals for the difference between binomial proportions based on paired data",
 * Statistics in Medicine 1998, 17:2635–2650. Wilson intervals of both shares are squared and added,
 * corrected by the correlation of the pairs. With nothing counted: 0, from −1 to 1.
 */
export function pairedDifference(counts: PairedCounts): {
  difference: number;
  low: number;
  high: number;
} {
  const { both, onlyFirst, onlySecond, neither } = counts;
  const total = both + onlyFirst + onlySecond + neither;
  if (total === 0) return { difference: 0, low: -1, high: 1 };
  const first = wilson(both + onlyFirst, total);
  const second = wilson(both + onlySecond, total);
  const difference = (onlyFirst - onlySecond) / total;
  const phi = correlation(counts, total);
  const below = distance(first.value - first.low, second.high - second.value, phi);
  const above = distance(first.high - first.value, second.value - second.low, phi);
  return { difference, low: difference - below, high: difference + above };
}

/** Newcombe's phi: a positive numerator is lessened by half the total, at most down to 0. */
function correlation(
  { both, onlyFirst, onlySecond, neither }: PairedCounts,
  total: number,
): number {
  const margins =
    (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const raw = both * neither - onlyFirst * onlySecond;
  return (raw > 0 ? Math.max(0, raw - total / 2) : raw) / Math.sqrt(margins);
}

const distance = (a: number, b: number, phi: number): number =>
  Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
