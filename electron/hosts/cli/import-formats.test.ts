import { mkdirSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { docxFile, pdfFile, wordParagraph } from "#backend/testing/files/document-files.ts";
import { textCell, xlsxFile } from "#backend/testing/files/xlsx-file.ts";
import { openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();

const sheet = (text: string) =>
  `<row r="1">${textCell("A1", "text")}${textCell("B1", "label")}</row><row r="2">${textCell("A2", text)}${textCell("B2", "a")}</row>`;

test("every format, several files and a folder are imported from the command line", async () => {
  await cli.json("create", "p.tacit", "--task", "write");
  const imported = async (...args: string[]) =>
    (await cli.json<{ imported: number }>("import", "p.tacit", ...args)).imported;
  const book = xlsxFile([
    { name: "One", rows: sheet("first") },
    { name: "Two", rows: sheet("second") },
  ]);
  cli.write("book.xlsx", book);
  expect(await imported("book.xlsx")).toBe(1);
  expect(await imported("book.xlsx", "--sheet", "Two")).toBe(1);
  const columnData = [{ name: "text", data: ["a", "b"], type: "STRING" as const }];
  cli.write("rows.parquet", Buffer.from(parquetWriteBuffer({ columnData })));
  expect(await imported("rows.parquet")).toBe(2);
  cli.write("notes.txt", "one\n\ntwo\nthree\n");
  expect(await imported("notes.txt", "--unit", "line")).toBe(3);
  cli.write("a.docx", docxFile(wordParagraph("A text.")));
  cli.write("b.docx", docxFile(wordParagraph("Another text.")));
  expect(await imported("a.docx", "b.docx")).toBe(2);
  cli.write("a.pdf", pdfFile([[{ text: "Printed.", size: 11, y: 700 }]]));
  expect(await imported("a.pdf")).toBe(1);
  mkdirSync(cli.at("folder"));
  cli.write("folder/train.jsonl", '{"instruction":"Sum up","input":"x","output":"y"}\n');
  cli.write("folder/test.jsonl", '{"instruction":"Sum up","input":"z","output":"w"}\n');
  expect(await imported("folder", "--map", "instruction=input", "split=split")).toBe(2);
  const stats = await cli.json<{ examples: number; imports: { fileName: string }[] }>(
    "stats",
    "p.tacit",
  );
  expect(stats.examples).toBe(12);
  expect(stats.imports.map(({ fileName }) => fileName)).toContain("folder");
});

test("a file that is missing among several is named, and nothing is imported", async () => {
  await cli.json("create", "q.tacit", "--task", "classify");
  cli.write("here.csv", "text,label\na,b\n");
  const { exitCode, stderr } = await cli.run("import", "q.tacit", "here.csv", "gone.csv");
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain("gone.csv");
  expect(await cli.json("stats", "q.tacit")).toMatchObject({ examples: 0 });
});
