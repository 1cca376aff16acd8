import { expect, test } from "vitest";
import { decisionsPerMinute } from "./pace.ts";

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
