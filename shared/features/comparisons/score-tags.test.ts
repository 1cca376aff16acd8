import { describe, expect, test } from "vitest";
import { createTagMatcher } from "./match-tags.ts";
import { scoreTags } from "./score-tags.ts";

const LABELS = ["price", "post", "loss, theft", "none of these"];

describe("which labels a text names", () => {
  test.each([
    ["post, price", ["price", "post"]],
    ["Price; POST.", ["price", "post"]],
    ["price\npost\nprice", ["price", "post"]],
    ["loss, theft, price", ["price", "loss, theft"]],
    ["none", []],
    ["None.", []],
    ["none of these", ["none of these"]],
    ["", []],
    ["price and post", null],
    ["price, weather", null],
  ])("%j", (text, expected) => {
    expect(createTagMatcher(LABELS)(text)).toEqual(expected);
  });
});

test("exact match, micro-F1 and each label are counted by hand", () => {
  const result = scoreTags(
    [
      { expected: "price, post", base: "price", tuned: "price, post" },
      { expected: "post", base: null, tuned: "price, post" },
      { expected: "none", base: "none", tuned: "none" },
    ],
    LABELS,
  );
  expect(result).toMatchObject({ kind: "tag", test: 3, verdict: "tooFewToSay" });
  // Base names 1 label of 3 expected, and it is right; tuned names 4, of which 3 are right.
  expect(result.base.microF1.value).toBeCloseTo((2 * 1) / (1 + 3), 12);
  expect(result.tuned.microF1.value).toBeCloseTo((2 * 3) / (4 + 3), 12);
  expect(result.base.accuracy.value).toBeCloseTo(1 / 3, 12);
  expect(result.tuned.accuracy.value).toBeCloseTo(2 / 3, 12);
  expect(result.difference).toMatchObject({ onlyTunedRight: 1, onlyBaseRight: 0 });
  expect(result.perLabel).toEqual([
    {
      label: "price",
      support: 1,
      base: { precision: 1, recall: 1, f1: 1 },
      tuned: { precision: 0.5, recall: 1, f1: 2 / 3 },
    },
    {
      label: "post",
      support: 2,
      base: { precision: 0, recall: 0, f1: 0 },
      tuned: { precision: 1, recall: 1, f1: 1 },
    },
  ]);
});

test("nothing to score is no division by zero", () => {
  expect(scoreTags([], LABELS)).toMatchObject({
    test: 0,
    tuned: { microF1: { value: 0, low: 0, high: 1 } },
  });
});
