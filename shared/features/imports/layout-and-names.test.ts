import { describe, expect, test } from "vitest";
import { nameColumns } from "./column-names.ts";
import { guessHasHeader } from "./guess-layout.ts";
import { readLabel, readLabels } from "./label-cell.ts";
import { findSplit } from "./split-name.ts";

test.each([
  [
    ["v1", "v2", "", "", ""],
    ["v1", "v2", "column 3", "column 4", "column 5"],
  ],
  [
    ["text", "text", "text"],
    ["text", "text (2)", "text (3)"],
  ],
  [
    ["text", "text (2)", "text"],
    ["text", "text (2)", "text (3)"],
  ],
  [
    ["Text", "text", " text "],
    ["Text", "text", "text (2)"],
  ],
  [
    ["column 2", ""],
    ["column 2", "column 2 (2)"],
  ],
  [
    ["__proto__", "constructor", "__proto__"],
    ["__proto__", "constructor", "__proto__ (2)"],
  ],
])("%j is disambiguated", (header, names) => expect(nameColumns(header)).toEqual(names));

describe("a header", () => {
  test.each([
    [
      "known words",
      [
        ["text", "category"],
        ["Where is my card?", "arrival"],
      ],
      true,
    ],
    [
      "unknown words",
      [
        ["Kundentext", "Thema"],
        ["Wo ist meine Karte", "Ankunft"],
      ],
      true,
    ],
    [
      "a sentence",
      [
        ["Where is my card?", "arrival"],
        ["I lost it.", "lost"],
      ],
      false,
    ],
    [
      "a value that comes again",
      [
        ["some words", "ham"],
        ["other words", "ham"],
      ],
      false,
    ],
    [
      "numbers",
      [
        ["1", "some words"],
        ["2", "other words"],
      ],
      false,
    ],
    ["nothing", [], false],
  ])("%s", (_title, rows, expected) => expect(guessHasHeader(rows)).toBe(expected));
});

test.each([
  ["Train", "train"],
  [" dev ", "validation"],
  ["VAL", "validation"],
  ["testing", "test"],
  ["eval", "test"],
  ["constructor", undefined],
  ["holdout", undefined],
])("the split %j is %s", (cell, split) => expect(findSplit(cell)).toBe(split));

test.each([
  ["a;b", ["a", "b"]],
  ["a | b|a", ["a", "b"]],
  ['["a;b","c"]', ["a;b", "c"]],
  ["[not json", ["[not json"]],
  [" ; ", []],
  ["one, two", ["one, two"]],
])("the labels of %j", (cell, labels) => expect(readLabels(cell)).toEqual(labels));

test("a label is trimmed, composed, and absent where other programs write that nothing is there", () => {
  expect(readLabel("  cafe\u0301 ")).toBe("café");
  expect([" ", "NULL", "NaN"].map(readLabel)).toEqual([null, null, null]);
  expect(readLabel("None")).toBe("None");
});
