import { describe, expect, test } from "vitest";
import { pairedDifference } from "./paired-difference.ts";
import { signTest } from "./sign-test.ts";
import { wilson, Z_95 } from "./wilson.ts";

describe("Wilson", () => {
  // Newcombe, Statistics in Medicine 1998, 17:857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0.0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i, as published", (successes, total, low, high) => {
    const found = wilson(successes, total);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("closed forms to 1e-9, and ends that stay ends", () => {
    const zz = Z_95 ** 2;
    expect(wilson(0, 20).high).toBeCloseTo(zz / (20 + zz), 9);
    expect(wilson(0, 20).low).toBe(0);
    expect(wilson(20, 20)).toMatchObject({ value: 1, high: 1 });
    expect(wilson(20, 20).low).toBeCloseTo(20 / (20 + zz), 9);
    expect(wilson(0, 0)).toEqual({ value: 0, low: 0, high: 1 });
  });
});

describe("difference of paired shares", () => {
  test.each([
    // Complete response before and after therapy (Cavo 2012), as the R package contingencytables gives it.
    [[59, 6, 16, 80], -0.0621, -0.1186, -0.0046, 4],
    // Airway hyper-responsiveness (Bentur 2009) in Fagerland, Lydersen, Laake, Statistics in Medicine 2014.
    [[1, 1, 7, 12], -0.286, -0.507, -0.026, 3],
    // Thallium test, Altman, Machin, Bryant, Gardner: Statistics with Confidence, 2000, page 52.
    [[14, 5, 0, 22], 0.122, 0.011, 0.226, 3],
    // An example of Newcombe's own paper.
    [[36, 12, 2, 0], 0.2, 0.0569, 0.3404, 4],
  ] as const)("%j, as published", (cells, difference, low, high, digits) => {
    const [both, onlyFirst, onlySecond, neither] = cells;
    const found = pairedDifference({ both, onlyFirst, onlySecond, neither });
    expect(found.difference).toBeCloseTo(difference, digits);
    expect(found.low).toBeCloseTo(low, digits);
    expect(found.high).toBeCloseTo(high, digits);
  });

  test("swapping the sides mirrors the interval", () => {
    const one = pairedDifference({ both: 40, onlyFirst: 11, onlySecond: 3, neither: 6 });
    const two = pairedDifference({ both: 40, onlyFirst: 3, onlySecond: 11, neither: 6 });
    expect(two.difference).toBeCloseTo(-one.difference, 12);
    expect(two.low).toBeCloseTo(-one.high, 12);
    expect(two.high).toBeCloseTo(-one.low, 12);
  });

  test.each([
    [0, 0, 0, 0],
    [20, 0, 0, 0],
    [0, 20, 0, 0],
    [0, 0, 0, 20],
  ])("is defined for %i, %i, %i, %i", (both, onlyFirst, onlySecond, neither) => {
    const { low, difference, high } = pairedDifference({ both, onlyFirst, onlySecond, neither });
    expect(-1 <= low && low <= difference && difference <= high && high <= 1).toBe(true);
  });
});

describe("exact sign test (McNemar)", () => {
  /** The definition in whole numbers: 2 · Σ C(n, i) / 2ⁿ, with 60 bits kept. */
  function byDefinition(a: number, b: number): number {
    const total = BigInt(a + b);
    let term = 1n;
    let sum = 0n;
    for (let k = 0n; k <= BigInt(Math.min(a, b)); k += 1n) {
      sum += term;
      term = (term * (total - k)) / (k + 1n);
    }
    return Math.min(1, Number((2n * sum * (1n << 60n)) / (1n << total)) / 2 ** 60);
  }

  test.each([
    [0, 0, 1],
    [5, 5, 1],
    [1, 9, 22 / 1024],
    [0, 10, 2 / 1024],
    [1, 7, 18 / 256],
    // Approval ratings in Agresti, Categorical Data Analysis; p from the R package exact2x2.
    [150, 86, 3.716e-5],
  ])("%i against %i", (a, b, expected) => {
    expect(signTest(a, b)).toBeCloseTo(expected, 8);
    expect(signTest(b, a)).toBe(signTest(a, b));
  });

  test.each([
    [12, 30],
    [480, 520],
    [2400, 2600],
    [4990, 5010],
  ])("agrees with whole-number arithmetic for %i against %i", (a, b) => {
    expect(signTest(a, b)).toBeCloseTo(byDefinition(a, b), 10);
  });

  test("stays a number for a hundred thousand pairs", () => {
    expect(signTest(50_000, 50_400)).toBeCloseTo(0.2078, 3);
    expect(signTest(10, 100_000)).toBe(0);
  });
});
