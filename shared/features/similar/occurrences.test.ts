import { expect, test } from "vitest";
import { findOccurrences } from "./occurrences.ts";

test.each<[text: string, wanted: string, found: [number, number][]]>([
  ["a party of art and Art", "art", [[11, 14]]],
  [
    "Dr. Who met Dr. Who",
    "Dr. Who",
    [
      [0, 7],
      [12, 19],
    ],
  ],
  [
    "😀 aspirin, aspirin-like",
    "aspirin",
    [
      [2, 9],
      [11, 18],
    ],
  ],
  ["aspirins", "aspirin", []],
  ["5mg and 15mg", "5mg", [[0, 3]]],
  ["東京都に住む", "東京", [[0, 2]]],
  ["cafe\u0301 cafe", "cafe", [[6, 10]]],
  [
    "(b)(b)",
    "(b)",
    [
      [0, 3],
      [3, 6],
    ],
  ],
  ["aa aa", " ", []],
  ["short", "longer than it", []],
])("in “%s”, “%s” stands at %j", (text, wanted, found) => {
  expect(findOccurrences(Array.from(text), wanted).map(({ start, end }) => [start, end])).toEqual(
    found,
  );
});
