import { expect, it } from "vitest";
import { pastedFile } from "./pasted-file.ts";

const TABS = { format: "tsv", delimiter: "\t" };

it.each([
  ["cells of a spreadsheet", "text\tlabel\r\na, b\tc\r\n", "", ".tsv", TABS],
  ["one column of a spreadsheet, commas and all", "Hello, you\nBye", "<TABLE><tr>", ".tsv", TABS],
  ["lines of a letter", "Hello, you\nBye", "<p>Hello, you</p>", ".txt", {}],
  ["JSON lines with a tab in them", '{"text": "a"}\t\n{"text": "b"}', "", ".txt", {}],
] as const)("%s", (_case, text, html, ending, readAs) => {
  expect(pastedFile({ text, html })).toMatchObject({ ending, readAs });
});

it("a picture or blank cells are no file", () => {
  expect(pastedFile({ text: "", html: "<img src=x>" })).toBeNull();
  expect(pastedFile({ text: "\t\t\r\n\t\t\r\n", html: "<table>" })).toBeNull();
});

it("what a spreadsheet adds at the end becomes no empty row, and nothing else is changed", () => {
  expect(pastedFile({ text: "a\tb\r\n1\t 2 \r\n\r\n", html: "" })?.text).toBe("a\tb\r\n1\t 2 \n");
});
