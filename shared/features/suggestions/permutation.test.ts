import { describe, expect, test } from "vitest";
import { createPermutation, permuteKeys } from "./permutation.ts";

describe("a shuffled order", () => {
  test.each([0, 1, 2, 3, 4, 5, 16, 17, 63, 64, 65, 100, 1000, 4097])(
    "has each of %i keys once",
    (size) => {
      for (const seed of [0, 1, 7, -5, 123_456_789]) {
        const keys = [...permuteKeys(size, seed)];
        expect(keys.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: size }, (_, at) => at + 1),
        );
      }
    },
  );

  test("knows the place of each key", () => {
    const permutation = createPermutation(1_000_003, 42);
    for (const place of [0, 1, 2, 17, 500_000, 1_000_002])
      expect(permutation.placeOf(permutation.keyAt(place))).toBe(place);
  });

  test("goes on from any place as if it had never stopped", () => {
    const whole = [...permuteKeys(500, 3)];
    expect([...permuteKeys(500, 3, 123)]).toEqual(whole.slice(123));
  });

  test("favours no key: over many seeds each comes first about as often", () => {
    const [size, seeds] = [20, 20_000];
    const counts = Array<number>(size).fill(0);
    for (let seed = 0; seed < seeds; seed++) {
      const key = createPermutation(size, seed * 2_654_435_761).keyAt(0);
      counts[key - 1]! += 1;
    }
    const expected = seeds / size;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99.99 % quantile of chi-square with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(50.8);
  });

  test("does not keep neighbours together", () => {
    const keys = [...permuteKeys(10_000, 11)];
    const neighbours = keys.filter((key, at) => Math.abs(key - (keys[at + 1] ?? key)) === 1);
    expect(neighbours.length).toBeLessThan(20);
  });
});
