import { expect, test } from "vitest";
import { isSpanCell, readSpanCell } from "./span-cell.ts";

const TEXT = "💊 Take aspirin daily";
const withoutDetail = (read: object) => ({ ...read, detail: undefined });
const span = (start: number, end: number, name = "DRUG") => ({ start, end, name });

test.each([
  ["objects", [{ start: 7, end: 14, label: "DRUG" }], { spans: [span(7, 14)] }],
  ["triples", [[7, 14, " DRUG "]], { spans: [span(7, 14)] }],
  [
    "doccano's names",
    [{ start_offset: 7, end_offset: 14, label: "DRUG" }],
    { spans: [span(7, 14)] },
  ],
  [
    "UTF-16 offsets that a quotation gives away",
    [{ start: 8, end: 15, label: "DRUG", text: "aspirin" }],
    { spans: [span(7, 14)] },
  ],
  [
    "overlaps, and the same twice",
    [
      [0, 20, "TEXT"],
      [7, 14, "DRUG"],
      [7, 14, "DRUG"],
    ],
    { spans: [span(0, 20, "TEXT"), span(7, 14)] },
  ],
  ["up to the very end", [[15, 20, "WHEN"]], { spans: [span(15, 20, "WHEN")] }],
  ["beyond the end", [[15, 21, "WHEN"]], { problem: "spansOutside" }],
  ["nothing at all", [[3, 3, "DRUG"]], { problem: "spansOutside" }],
  ["backwards", [[9, 3, "DRUG"]], { problem: "spansOutside" }],
  [
    "a quotation that stands nowhere",
    [{ start: 0, end: 3, label: "DRUG", text: "aspirin" }],
    { problem: "spansOutside" },
  ],
  ["no label", [{ start: 0, end: 3 }], { problem: "spansNotReadable" }],
  ["half a place", [{ start: 0.5, end: 3, label: "DRUG" }], { problem: "spansNotReadable" }],
  ["an empty list", [], null],
] as const)("%s", (_case, cell, expected) => {
  const read = readSpanCell(JSON.stringify(cell), TEXT);
  expect(read && withoutDetail(read)).toEqual(expected);
});

test("what is no list of spans is said, never passed over", () => {
  expect(readSpanCell("DRUG: aspirin", TEXT)).toMatchObject({ problem: "spansNotReadable" });
  expect(readSpanCell(" ", TEXT)).toBeNull();
  expect(isSpanCell('["price"]')).toBe(false);
  expect(isSpanCell('[[0,1,"A"]]')).toBe(true);
});
