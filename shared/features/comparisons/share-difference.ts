import { wilson } from "./wilson.ts";

interface Counted {
  same: number;
  total: number;
}

/**
 * First share minus second share of two separate groups, with its 95 % interval: method 10 of Newcombe,
 * "Interval estimation for the difference between independent proportions: comparison of eleven methods",
 * Statistics in Medicine 1998, 17:873–890. The Wilson intervals of both shares are squared and added. With
 * nothing counted on a side: from −1 to 1 as far as the other side leaves it open.
 */
export function shareDifference(
  first: Counted,
  second: Counted,
): { difference: number; low: number; high: number } {
  const a = wilson(first.same, first.total);
  const b = wilson(second.same, second.total);
  const difference = a.value - b.value;
  return {
    difference,
    low: difference - Math.hypot(a.value - a.low, b.high - b.value),
    high: difference + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
