import { describe, expect, test } from "vitest";
import { createJsonLinesReader, createJsonListReader } from "./json-reader.ts";
import { MAX_DEPTH } from "./json-value.ts";
import { isRejected, type RowReader } from "./raw-row.ts";

function read(reader: RowReader, text: string, piece = 5) {
  const rows = [];
  for (let at = 0; at < text.length; at += piece)
    rows.push(...reader.push(text.slice(at, at + piece), false));
  rows.push(...reader.push("", true));
  return rows.map((row) =>
    isRejected(row)
      ? [row.lineNumber, `!${row.reason}`]
      : [row.lineNumber, ...row.cells, ...(row.others ?? [])],
  );
}
const lines = (text: string) => read(createJsonLinesReader(["a"]), text);
const list = (text: string) => read(createJsonListReader(["a"]), text);
const nested = (depth: number) => `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;

describe("a line", () => {
  test.each([
    ['{"a":"x"}', [1, "x"]],
    ['{"a":007}', [1, "!notReadable"]],
    ['{"a":12345678901234567890}', [1, "12345678901234567890"]],
    ['{"a":1E5}', [1, "1E5"]],
    ['{"a":"007"}', [1, "007"]],
    ['{"a":null}', [1, ""]],
    ['{"a":true}', [1, "true"]],
    ['{"a":{"b": [1, 2.50]}}', [1, '{"b": [1, 2.50]}']],
    ['{"a":"\\u00e9\\n\\"}"}', [1, 'é\n"}']],
    ['{"b":"y","a":"x"}', [1, "x", ["b", "y"]]],
    ['{"__proto__":"p","a":"x"}', [1, "x", ["__proto__", "p"]]],
    ["{}", [1, ""]],
    ['{"a":"x",}', [1, "!notReadable"]],
    ['{"a":"x"} {"a":"y"}', [1, "!notReadable"]],
    ['{"a":"x","a":"y"}', [1, "!notReadable"]],
    ['{"a":"x', [1, "!notReadable"]],
    ["{'a':1}", [1, "!notReadable"]],
    ['["x"]', [1, "!notAnObject"]],
    ["42", [1, "!notAnObject"]],
    ["what", [1, "!notReadable"]],
    [nested(MAX_DEPTH - 1), [1, "[".repeat(MAX_DEPTH - 1) + "]".repeat(MAX_DEPTH - 1)]],
    [nested(10_000), [1, "!tooDeep"]],
    ["[".repeat(100_000), [1, "!notReadable"]],
  ])("%.60s", (text, row) => expect(lines(text)).toEqual([row]));
});

test("a bad line leaves its neighbours alone, and lines keep their numbers", () => {
  expect(lines('{"a":"x"}\r\n\n{bad\n  {"a":"y"}  \n')).toEqual([
    [1, "x"],
    [3, "!notReadable"],
    [4, "y"],
  ]);
  expect(({} as Record<string, unknown>)["p"]).toBeUndefined();
});

test("a line beyond the limit is refused without being kept", () => {
  const reader = createJsonLinesReader(["a"], 50);
  expect(read(reader, `{"a":"${"x".repeat(500)}"}\n{"a":"y"}`)).toEqual([
    [1, "!tooLong"],
    [2, "y"],
  ]);
});

test("a list is read element by element, whatever its layout", () => {
  expect(list('[\n {"a":"x"},\n {"a":\n "[,]}"}\n]')).toEqual([
    [2, "x"],
    [3, "[,]}"],
  ]);
  expect(list('[{"a":1},2,{"a":}, {"a":"y"}]')).toEqual([
    [1, "1"],
    [1, "!notAnObject"],
    [1, "!notReadable"],
    [1, "y"],
  ]);
  expect(list('{\n"a": "x"\n}\n{"a":"y"}')).toEqual([
    [1, "x"],
    [4, "y"],
  ]);
  expect(list('[{"a":"x"},{"a":"cut')).toEqual([
    [1, "x"],
    [1, "!notReadable"],
  ]);
});
