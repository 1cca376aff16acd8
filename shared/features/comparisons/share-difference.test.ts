import { expect, test } from "vitest";
import { shareDifference } from "./share-difference.ts";

/** The worked examples of Newcombe 1998 (Statistics in Medicine 17:873–890, table II, method 10). */
test.each([
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
  [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
  [0, 10, 0, 20, 0, -0.1611, 0.2775],
  [0, 10, 0, 10, 0, -0.2775, 0.2775],
  [10, 10, 0, 20, 1, 0.6791, 1],
  [10, 10, 0, 10, 1, 0.6075, 1],
])("%i of %i against %i of %i", (a, m, b, n, difference, low, high) => {
  const result = shareDifference({ same: a, total: m }, { same: b, total: n });
  expect(result.difference).toBeCloseTo(difference, 4);
  expect(result.low).toBeCloseTo(low, 4);
  expect(result.high).toBeCloseTo(high, 4);
});
