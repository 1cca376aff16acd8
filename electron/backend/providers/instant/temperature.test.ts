import { expect, test } from "vitest";
import { toProbabilities } from "./linear-model.ts";
import { fitTemperature, ROWS_TO_CALIBRATE, USUAL_TEMPERATURE } from "./temperature.ts";

const rows = (right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ scores: Float64Array.of(1, -1), label: 0 })),
  ...Array.from({ length: wrong }, () => ({ scores: Float64Array.of(1, -1), label: 1 })),
];

test.each([
  [60, 40],
  [75, 25],
  [95, 5],
])("%i right and %i wrong give just that probability", (right, wrong) => {
  const temperature = fitTemperature(rows(right, wrong));
  const [first] = toProbabilities(Float64Array.of(1, -1), temperature);
  expect(first).toBeCloseTo(right / (right + wrong), 2);
});

test("with too few rows nothing is fitted", () => {
  expect(fitTemperature(rows(ROWS_TO_CALIBRATE - 1, 0))).toBe(USUAL_TEMPERATURE);
});
