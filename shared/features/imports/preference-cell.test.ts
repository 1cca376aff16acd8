import { expect, test } from "vitest";
import { countsFrom, readPreference } from "./preference-cell.ts";

const RESPONSES = [
  { column: "response_a", text: "Blue." },
  { column: "response_b", text: "Green." },
];

test.each([
  ["", 1, null],
  ["A", 1, 0],
  ["response_b", 1, 1],
  ["Model A", 1, 0],
  ["option-2", 1, 1],
  ["1", 1, 0],
  ["1", 0, 1],
  ["0", 0, 0],
  ["0", 1, undefined],
  ["2", 0, undefined],
  ["c", 1, undefined],
  ["Tie", 1, "tie"],
  ["tie (bothbad)", 1, "bothBad"],
  ["both bad", 1, "bothBad"],
  ["Green.", 1, 1],
  ["left", 1, 0],
  ["the nicer one", 1, undefined],
] as const)("%j, counted from %i, is %j", (cell, from, expected) => {
  expect(readPreference(cell, RESPONSES, from)).toBe(expected);
});

test("a column counts from 0 only where it says 0", () => {
  expect([countsFrom(["1", "0"]), countsFrom(["1", "2"]), countsFrom([])]).toEqual([0, 1, 1]);
});
