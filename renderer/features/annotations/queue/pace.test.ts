import { expect, test } from "vitest";
import { decisionsPerMinute, timeLeft } from "./pace.ts";

const every = (stepMs: number, count: number, fromMs = 0) =>
  Array.from({ length: count }, (_, i) => fromMs + i * stepMs);

test.each([
  ["too few to say", every(1000, 4), null],
  ["one every five seconds", every(5000, 12), 12],
  ["a break in between does not count", [...every(5000, 6), ...every(5000, 6, 3_600_000)], 12],
  ["nothing", [], null],
  ["all at once", [7, 7, 7, 7, 7, 7], null],
])("%s", (_what, decidedAtMs, expected) => {
  expect(decisionsPerMinute(decidedAtMs)).toBe(expected);
});

test.each([
  ["nothing remains", 0, 10, null],
  ["a moment", 2, 10, { unit: "minutes", amount: 1 }],
  ["some minutes", 74, 10, { unit: "minutes", amount: 7 }],
  ["no finer than five minutes", 263, 10, { unit: "minutes", amount: 25 }],
  ["an hour and a bit", 800, 10, { unit: "minutes", amount: 80 }],
  ["hours", 10_003, 10, { unit: "hours", amount: 17 }],
])("left: %s", (_what, remaining, perMinute, expected) => {
  expect(timeLeft(remaining, perMinute)).toEqual(expected);
});
