import { expect, test } from "vitest";
import { createPassageComparison, findUntidySpans } from "./inspect-spans.ts";

const span = (start: number, end: number, labelId = "A") => ({ start, end, labelId });

test.each([
  ["a whole word", "💊 aspirin daily", span(2, 9), false, false],
  ["a blank before it", "take aspirin", span(4, 12), true, false],
  ["a line end behind it", "aspirin\n", span(0, 8), true, false],
  ["half a word", "aspirins", span(0, 7), false, true],
  ["a word with its accent spelt apart", "cafe\u0301s", span(0, 4), false, true],
  ["up to a sign", "10mg/day", span(0, 4), false, false],
  ["a script without blanks", "我感冒了", span(1, 3), false, false],
] as const)("%s", (_case, text, marked, blankEdges, cutWords) => {
  expect(findUntidySpans(text, [marked])).toEqual({ blankEdges, cutWords });
});

test("a passage that is marked in two ways is found with every example; two marks at once are one way", () => {
  const comparison = createPassageComparison();
  comparison.add(1, "Paris is big", [span(0, 5, "PLACE")]);
  comparison.add(2, "Paris  sang", [span(0, 5, "PERSON")]);
  comparison.add(3, "in Paris", [span(3, 8, "PLACE")]);
  comparison.add(4, "Rome", [span(0, 4, "PLACE"), span(0, 4, "CITY")]);
  comparison.add(5, "old Rome", [span(4, 8, "CITY"), span(4, 8, "PLACE")]);
  const { passages, keys } = comparison.result();
  expect(passages).toEqual(["Paris"]);
  expect(new Set(keys)).toEqual(new Set([1, 2, 3]));
});
