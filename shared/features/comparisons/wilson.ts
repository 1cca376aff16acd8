import type { Proportion } from "./contract.ts";

/** 97.5 % quantile of the standard normal distribution: two-sided 95 % intervals. */
export const Z_95 = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson, JASA 1927, 22:209–212), bounds between 0 and 1.
 * With nothing counted the interval is everything from 0 to 1.
 */
export function wilson(successes: number, total: number): Proportion {
  if (total === 0) return { value: 0, low: 0, high: 1 };
  const value = successes / total;
  const zz = Z_95 * Z_95;
  const centre = (successes + zz / 2) / (total + zz);
  const half = (Z_95 * Math.sqrt(total * value * (1 - value) + zz / 4)) / (total + zz);
  // At the ends the bound is exactly the share itself; rounding must not push it past.
  return {
    value,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === total ? 1 : Math.min(1, centre + half),
  };
}
