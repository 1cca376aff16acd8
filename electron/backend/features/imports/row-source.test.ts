import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ReadAs, USUAL_TABLE } from "#shared/features/imports/contract.ts";
import { isRejected, type ReadRow } from "./readers/raw-row.ts";
import { createRowSource } from "./row-source.ts";

async function readAll(content: string | Buffer, readAs: Partial<ReadAs> = {}): Promise<ReadRow[]> {
  const path = join(mkdtempSync(join(tmpdir(), "tacit-rows-")), "rows.csv");
  writeFileSync(path, content);
  const columns = ["text", "label"];
  const all: ReadRow[] = [];
  for await (const { rows } of createRowSource(path, { ...USUAL_TABLE, ...readAs }, columns))
    all.push(...rows);
  return all;
}

test("a quote left open in row 900,000 costs that row, named by its line, and no other", async () => {
  const before = 'so and so,a\n"quoted\nover two lines",b\n'.repeat(450_000);
  const after = "after,a\n".repeat(20_000);
  const rows = await readAll(`text,label\n${before}"left open,a\n${after}"properly, quoted",b\n`);
  expect(rows).toHaveLength(900_000 + 1 + 20_000 + 1);
  const rejects = rows.filter(isRejected);
  expect(rejects).toMatchObject([
    { lineNumber: 1 + 450_000 * 3 + 1, reason: "unclosedQuote", excerpt: '"left open,a' },
  ]);
  expect(rows.at(-1)).toMatchObject({ cells: ["properly, quoted", "b"] });
}, 60_000);

test("damage far into a file is found, also in a row that spans the pieces in which it is read", async () => {
  const sound = "some words,a\n".repeat(30_000);
  const long = "x".repeat(600_000);
  const rows = await readAll(
    Buffer.concat([
      Buffer.from(`text,label\n${sound}"${long}`),
      Buffer.from([0xff]),
      Buffer.from(`${long}",b\n${sound}`),
    ]),
  );
  expect(rows).toHaveLength(60_001);
  expect(rows.filter(isRejected)).toMatchObject([
    { lineNumber: 30_002, reason: "badEncoding", detail: "0xFF" },
  ]);
});

test("half a character pair in UTF-16 refuses its row alone", async () => {
  const rows = await readAll(Buffer.from("text,label\na,b\nc\uD83D,d\ne😀,f\n", "utf16le"), {
    encoding: "utf-16le",
  });
  expect(rows.map((row) => (isRejected(row) ? row.reason : row.cells[0]))).toEqual([
    "a",
    "badEncoding",
    "e😀",
  ]);
});

test("rows made to fit say so", async () => {
  const rows = await readAll("text,label\na\nb,c,d\ne,f\n", { ragged: "merge" });
  expect(rows).toEqual([
    { lineNumber: 2, cells: ["a", ""], fitted: "short" },
    { lineNumber: 3, cells: ["b", "c,d"], fitted: "surplus" },
    { lineNumber: 4, cells: ["e", "f"] },
  ]);
});
