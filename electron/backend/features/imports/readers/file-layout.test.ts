import { describe, expect, test } from "vitest";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import { createReader, guessReadAs } from "./file-layout.ts";
import { isRejected } from "./raw-row.ts";

const guess = (text: string, chosen: Partial<ReadAs> = {}, name = "rows.csv") =>
  guessReadAs(name, "utf-8", { text, isWhole: true }, chosen);
const read = (text: string, readAs: ReadAs) =>
  createReader(readAs, [])
    .push(text, true)
    .map((row) => (isRejected(row) ? [`!${row.reason}`] : row.cells));
const dialect = (text: string, chosen: Partial<ReadAs> = {}, name?: string) => {
  const { delimiter, quote, hasHeader } = guess(text, chosen, name);
  return [delimiter, quote, hasHeader];
};

describe("the dialect of", () => {
  test.each([
    ["commas", 'text,label\n"a, b",x\nc,y\n', [",", '"', true]],
    ["semicolons and decimal commas", "text;score\nfine;1,5\ngood;2,5\n", [";", '"', true]],
    ["decimal commas without a header", "gut gemacht;1,5\nganz schlecht;2,5\n", [";", '"', false]],
    ["several decimal commas", "1,5;2,5;3,5\n1,0;2,0;3,0\n", [";", '"', false]],
    ["numbers alone", "1,5,2\n3,4,5\n", [",", '"', false]],
    ["tabs", "text\tlabel\nWhere, please?\tx\nHere, thanks\ty\n", ["\t", '"', true]],
    ["bars", "text|label\na, b|x\nc|y\n", ["|", '"', true]],
    [
      "single quotes",
      "'id','text','label'\n'1','it''s here, now','x'\n'2','no','y'\n",
      [",", "'", true],
    ],
    ["apostrophes", "text,label\n'tis the season,x\nthe dogs',y\n", [",", '"', true]],
    [
      "quotation marks that are mere text",
      'text\tlabel\n"I said so\tx\n"Never" was it, "not once"\ty\n"Go on\tx\nfine\ty\n',
      ["\t", "", true],
    ],
    ["one forgotten quotation mark", 'text,label\n"a,x\n"b",y\nc,x\n', [",", '"', true]],
    ["Excel's first line", "sep=;\ntext;label\na, b, c;x\n", [";", '"', true]],
    ["Excel's first line with a bar", "SEP=|\r\ntext|label\r\na;b|x\r\n", ["|", '"', true]],
    ["a lone column of prose", "text\nWell, yes.\nNo.\nOh, my, my.\n", ["", '"', true]],
  ] as const)("%s", (_title, text, expected) => expect(dialect(text)).toEqual(expected));
});

test("Excel's first line is no row, keeps the line numbers right and gives way to the user", () => {
  const text = "sep=;\r\ntext;label\r\na,b;x\r\n";
  expect(read(text, guess(text))).toEqual([
    ["text", "label"],
    ["a,b", "x"],
  ]);
  expect(createReader(guess(text), []).push(text, true)[0]).toMatchObject({ lineNumber: 2 });
  expect(read(text, guess(text, { delimiter: "," }))).toEqual([["text;label"], ["a", "b;x"]]);
});

test("lines that begin with # are rows: nobody said that they are remarks", () => {
  const text = "# a,b\n#1,x\n";
  expect(read(text, guess(text))).toEqual([
    ["# a", "b"],
    ["#1", "x"],
  ]);
});

test("what the user chose wins over every guess", () => {
  const text = "'a;b',c\n'd',e\n";
  expect(dialect(text, { delimiter: ";", quote: "", hasHeader: true })).toEqual([";", "", true]);
  expect(read(text, guess(text, { quote: "'", delimiter: "," }))).toEqual([
    ["a;b", "c"],
    ["d", "e"],
  ]);
  expect(read('"a,b",c\n', guess('"a,b",c\n', { quote: "", delimiter: "," }))).toEqual([
    ['"a', 'b"', "c"],
  ]);
  expect(guess(text)).toMatchObject({ ragged: "reject", repair: false });
  expect(guess('{"a":1}\n', { repair: true, ragged: "merge" })).toMatchObject({
    format: "jsonl",
    repair: true,
  });
});
