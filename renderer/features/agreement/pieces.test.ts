import { expect, test } from "vitest";
import { cutAtSpans } from "./pieces.ts";

const cut = (text: string, ...spans: [number, number, string][]) =>
  cutAtSpans(
    text,
    spans.map(([start, end, labelId]) => ({ start, end, labelId })),
  ).map(({ text: piece, labelIds, ending }) => [piece, labelIds.join(""), ending.join("")]);

test("without spans a text is one piece", () => {
  expect(cut("abc")).toEqual([["abc", "", ""]]);
  expect(cut("")).toEqual([]);
});

test("spans may overlap, touch and hold each other", () => {
  expect(cut("abcdefgh", [1, 5, "x"], [3, 7, "y"], [7, 8, "z"])).toEqual([
    ["a", "", ""],
    ["bc", "x", ""],
    ["de", "xy", "x"],
    ["fg", "y", "y"],
    ["h", "z", "z"],
  ]);
  expect(cut("abcd", [0, 4, "x"], [1, 2, "y"])).toEqual([
    ["a", "x", ""],
    ["b", "xy", "y"],
    ["cd", "x", "x"],
  ]);
});

test("places count code points", () => {
  expect(cut("🙂🙂ab", [1, 3, "x"])).toEqual([
    ["🙂", "", ""],
    ["🙂a", "x", "x"],
    ["b", "", ""],
  ]);
});

test("a span that does not fit the text is left out", () => {
  expect(cut("ab", [1, 9, "x"], [1, 1, "y"])).toEqual([["ab", "", ""]]);
});
