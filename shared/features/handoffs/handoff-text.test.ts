import { expect, test } from "vitest";
import type { FrozenExample } from "../versions/frozen-example.ts";
import { columnsOf, csvCells, plainRow } from "./handoff-rows.ts";
import { licenceFile } from "./licence-file.ts";
import { jsonLine, portableText } from "./portable-text.ts";
import { isRisky, spreadsheetCell } from "./spreadsheet-cell.ts";

test.each([
  ["plain", "plain"],
  ["emoji 🙂‍↔️ stays", "emoji 🙂‍↔️ stays"],
  ["שלום\u202e RTL", "שלום\u202e RTL"],
  ["half \ud83d pair", "half \ufffd pair"],
  ["nul\u0000byte", "nulbyte"],
  ["line\r\n\ttab", "line\r\n\ttab"],
])("portable text: %j", (text, expected) => {
  expect(portableText(text)).toBe(expected);
});

test.each([
  ["\u2028", '"\\u2028"\n'],
  ["\u2029", '"\\u2029"\n'],
  ["\u0085", '"\\u0085"\n'],
  ["a\nb", '"a\\nb"\n'],
  ["<|endoftext|>", '"<|endoftext|>"\n'],
  ["\udc00", '"\ufffd"\n'],
])("a JSON line holds no hidden line end: %j", (text, expected) => {
  expect(jsonLine(text)).toBe(expected);
});

test.each([
  ["=cmd|'/c calc'!A1", true],
  ["-5 mg", true],
  ["+44 20 7946", true],
  ["@user", true],
  ["\tcell", true],
  ["\r\ncell", true],
  ["  =1+1", true],
  ['"=1+1', true],
  ["'=1+1", true],
  ["＝1+1", true],
  ["-5", false],
  ["+3.14", false],
  ["-1,234.5", false],
  ["-2e10", false],
  ["12 %", false],
  ["plain = text", false],
  ["'quoted'", false],
  ["", false],
  ["🙂", false],
  ["-", true],
])("a spreadsheet could run %j: %s", (cell, expected) => {
  expect(isRisky(cell)).toBe(expected);
  expect(spreadsheetCell(cell)).toBe(expected ? `'${cell}` : cell);
});

test("taking the apostrophe off again gives every text back", () => {
  const cells = ["=x", "'=x", "''=x", "'\tx", "'x", "-5", "'-5", "plain", "", "'", "\t", " '=1"];
  const back = (cell: string) =>
    cell.startsWith("'") && isRisky(cell.slice(1)) ? cell.slice(1) : cell;
  expect(cells.map(spreadsheetCell).map(back)).toEqual(cells);
});

const example = (more: Partial<FrozenExample>): FrozenExample => ({
  exampleId: "e1",
  externalId: null,
  group: null,
  split: "train",
  input: "in",
  payload: null,
  answer: { kind: "classify", label: "x" },
  ...more,
});

test.each<[FrozenExample["answer"], Record<string, unknown>]>([
  [{ kind: "classify", label: "x" }, { label: "x" }],
  [{ kind: "tag", labels: [] }, { labels: [] }],
  [
    { kind: "write", response: "" },
    { response: "", original: "" },
  ],
  [
    { kind: "write", response: "b", original: "a" },
    { response: "b", original: "a" },
  ],
  [
    { kind: "rank", outcome: "tie", preferred: null, reasons: [] },
    { chosen: "", rejected: [], responses: [], outcome: "tie", preferred: -1, reasons: [] },
  ],
])("every row has the columns of its task and no null: %j", (answer, values) => {
  const shape = { taskType: answer.kind, hasOriginals: true };
  const row = plainRow(example({ answer }), shape);
  expect(row).toMatchObject({ ...values, group: "", external_id: "" });
  expect(Object.keys(row)).toEqual(columnsOf(shape));
});

test("a column of originals is there only where there is one", () => {
  const shape = { taskType: "write" as const, hasOriginals: false };
  const row = plainRow(example({ answer: { kind: "write", response: "x" } }), shape);
  expect(row).not.toHaveProperty("original");
  expect(Object.keys(row)).toEqual(columnsOf(shape));
});

test("lists become JSON in a CSV cell", () => {
  const tagged = example({ answer: { kind: "tag", labels: ["a", "b"] }, externalId: "007" });
  const shape = { taskType: "tag" as const, hasOriginals: false };
  expect(csvCells(tagged, columnsOf(shape), shape)).toEqual([
    "e1",
    "in",
    '["a","b"]',
    "",
    "train",
    "007",
  ]);
});

test.each([
  ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/legalcode"],
  ["cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/legalcode"],
  ["House licence 3", "not stated"],
  ["", "not stated"],
])("the LICENSE file of %j", (licence, expected) => {
  const text = licenceFile({ name: "Letters", licence, attribution: "A. Person" });
  expect(text).toContain(expected);
  expect(text.includes("Attribution: A. Person")).toBe(licence !== "");
});
