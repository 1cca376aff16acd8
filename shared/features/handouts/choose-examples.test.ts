import { expect, test } from "vitest";
import { chooseExamples } from "./choose-examples.ts";

const candidates = Array.from({ length: 50 }, (_, key) => ({ key, exampleId: `example-${key}` }));

test.each([
  [50, 0.2, 10, 40],
  [10, 0.2, 2, 8],
  [7, 0.2, 1, 6],
  [3, 0, 0, 3],
  [3, 1, 3, 0],
  [80, 0.5, 25, 25],
])("%i at a share of %d: %i for both, %i for the colleague", (count, overlapShare, both, alone) => {
  const chosen = chooseExamples(candidates, { count, overlapShare, seed: "a" });
  expect([chosen.overlap.length, chosen.exclusive.length]).toEqual([both, alone]);
  expect(new Set([...chosen.overlap, ...chosen.exclusive]).size).toBe(both + alone);
});

test("the same seed draws the same, in whatever order the examples come; another draws others", () => {
  const wanted = { count: 20, overlapShare: 0.2, seed: "a" };
  const chosen = chooseExamples(candidates, wanted);
  expect(chooseExamples(candidates.toReversed(), wanted)).toEqual(chosen);
  expect(chooseExamples(candidates, { ...wanted, seed: "b" })).not.toEqual(chosen);
});
