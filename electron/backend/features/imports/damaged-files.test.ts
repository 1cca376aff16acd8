import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { AppError } from "#shared/errors/app-error.ts";
import { docxFile, pdfFile, wordParagraph } from "../../testing/files/document-files.ts";
import { textCell, xlsxFile, xlsxParts } from "../../testing/files/xlsx-file.ts";
import { zipFile } from "../../testing/files/zip-file.ts";
import { inspectFile } from "./inspect-file.ts";
import { createRowSource } from "./row-source.ts";

/** The same numbers in every run: a linear congruential generator, as in Numerical Recipes. */
function createRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const rows = Array.from(
  { length: 40 },
  (_, n) =>
    `<row r="${n + 1}">${textCell(`A${n + 1}`, `text ${n}`)}<c r="B${n + 1}" s="1"><v>${n * 999}</v></c></row>`,
).join("");
const sheets = [{ name: "S", rows, after: '<mergeCells><mergeCell ref="A2:A5"/></mergeCells>' }];
const paragraphs = Array.from({ length: 20 }, (_, n) => wordParagraph(`paragraph ${n}`)).join("");
const numbers = Array.from({ length: 100 }, (_, n) => n);
const GOOD: Record<string, Buffer> = {
  xlsx: xlsxFile(sheets, { formats: ["yyyy-mm-dd"] }),
  docx: docxFile(paragraphs),
  pdf: pdfFile([
    [
      { text: "Hello there", size: 11, y: 700 },
      { text: "again", size: 18, y: 600 },
    ],
  ]),
  parquet: Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: "text", data: numbers.map((n) => `text ${n}`), type: "STRING" },
        { name: "n", data: numbers.map(BigInt), type: "INT64" },
      ],
      rowGroupSize: 40,
    }),
  ),
};

const folder = mkdtempSync(join(tmpdir(), "tacit-damaged-"));

/** "read" or the code of the refusal; anything else that is thrown is a failure of the test. */
async function outcome(ending: string, content: Buffer): Promise<string> {
  const path = join(folder, `file.${ending}`);
  writeFileSync(path, content);
  try {
    const task = { path, fileName: `file.${ending}`, readAs: {}, scan: null };
    const { readAs, columns } = await inspectFile(task, () => false);
    for await (const { rows: read } of createRowSource(path, readAs, columns))
      for (const row of read) expect(row.lineNumber).toBeGreaterThan(0);
    return "read";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const EXPECTED = ["read", "fileUnreadable", "unsupportedFormat", "nothingReadable", "noTextInFile"];

test.each(Object.keys(GOOD))(
  "a damaged .%s file is read or refused, and never hangs or fails in another way",
  async (ending) => {
    const random = createRandom(7);
    const good = GOOD[ending] ?? Buffer.alloc(0);
    expect(await outcome(ending, good)).toBe("read");
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const damaged = Buffer.from(good);
      for (let flips = 1 + random(6); flips > 0; flips -= 1)
        damaged[random(damaged.length)] = random(256);
      const isCut = random(5) === 0;
      const content = isCut ? damaged.subarray(0, 1 + random(damaged.length)) : damaged;
      expect(EXPECTED).toContain(await outcome(ending, content));
    }
  },
  60_000,
);

test("broken XML inside a sound workbook is refused too", async () => {
  const random = createRandom(11);
  const hostile = [
    "",
    "<",
    "&",
    '"',
    '<row r="99999999999">',
    '<c r="ZZZZ1">',
    '<c s="-5" t="s"><v>1e9</v></c>',
  ];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const parts = xlsxParts(sheets, { formats: ["yyyy-mm-dd"] });
    const names = Object.keys(parts).filter((name) => name.startsWith("xl/"));
    const name = names[random(names.length)] ?? "";
    const text = parts[name] ?? "";
    const at = random(text.length);
    parts[name] =
      text.slice(0, at) + (hostile[random(hostile.length)] ?? "") + text.slice(at + random(20));
    expect(EXPECTED).toContain(await outcome("xlsx", zipFile(parts)));
  }
}, 60_000);
