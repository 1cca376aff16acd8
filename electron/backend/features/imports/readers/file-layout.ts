import { extname } from "node:path";
import type { FileFormat, ReadAs, TextEncoding } from "#shared/features/imports/contract.ts";
import {
  DELIMITERS,
  guessDelimiter,
  guessHasHeader,
} from "#shared/features/imports/guess-layout.ts";
import { CsvReader } from "./csv-reader.ts";
import { createJsonLinesReader, createJsonListReader } from "./json-reader.ts";
import { readObject } from "./json-value.ts";
import { isRejected, type RowReader } from "./raw-row.ts";
import { createTextReader } from "./text/text-reader.ts";

const SAMPLE_ROWS = 50;

/** The beginnings of well-known files that hold no plain text: zip (also XLSX), PDF, gzip, SQLite, old XLS, PNG, JPEG. */
const BINARY_BEGINNINGS = [
  "504b0304",
  "25504446",
  "1f8b08",
  "53514c69746520666f726d6174203300",
  "d0cf11e0",
  "89504e47",
  "ffd8ff",
];

/** True for files that no choice of encoding or delimiter makes readable. */
export const isBinary = (head: Buffer): boolean =>
  BINARY_BEGINNINGS.some((beginning) => head.toString("hex", 0, 16).startsWith(beginning));

/** How to read a file, from the beginning of its text; what the user chose wins over every guess. */
export function guessReadAs(
  fileName: string,
  encoding: TextEncoding,
  head: { text: string; isWhole: boolean },
  chosen: Partial<ReadAs>,
): ReadAs {
  const extension = extname(fileName).toLowerCase();
  const format = chosen.format ?? guessFormat(extension, head.text);
  if (format === "json" || format === "jsonl")
    return { format, encoding, delimiter: "", hasHeader: false };
  const samples = DELIMITERS.map((delimiter) => ({
    delimiter,
    rows: cut(delimiter, head.text, head.isWhole),
  }));
  const isTsv = chosen.format === "tsv" || extension === ".tsv" || extension === ".tab";
  const delimiter =
    chosen.delimiter ?? (chosen.format === "tsv" ? "\t" : guessDelimiter(samples, isTsv));
  const rows = cut(delimiter, head.text, head.isWhole);
  return {
    format: chosen.format ?? (delimiter === "\t" ? "tsv" : "csv"),
    encoding,
    delimiter,
    hasHeader: chosen.hasHeader ?? guessHasHeader(rows),
  };
}

function cut(delimiter: string, text: string, isWhole: boolean): string[][] {
  const read = (isLast: boolean) =>
    new CsvReader(delimiter)
      .push(text, isLast)
      .flatMap((row) => (isRejected(row) ? [] : [row.cells]))
      .slice(0, SAMPLE_ROWS);
  const rows = read(isWhole);
  return rows.length > 0 ? rows : read(true);
}

/** The content decides; the ending of the name is asked only where the content leaves a doubt. */
function guessFormat(extension: string, text: string): FileFormat {
  const content = text.trimStart();
  const lines = content.split("\n", 20);
  const isObject = (line: string | undefined) => Array.isArray(readObject(line ?? ""));
  const saysLines = extension === ".jsonl" || extension === ".ndjson";
  if (content.startsWith("{")) {
    if (saysLines || isObject(lines[0])) return "jsonl";
    return extension === ".csv" || extension === ".tsv" ? "csv" : "json";
  }
  if (/^\[\s*[{\]]/.test(content)) return saysLines ? "jsonl" : "json";
  if (saysLines && (content.startsWith("[") || lines.some(isObject))) return "jsonl";
  return extension === ".json" && content.startsWith("[") ? "json" : "csv";
}

/** The reader for a layout; JSON values are put in the order of `columns`. */
export function createReader(readAs: ReadAs, columns: readonly string[]): RowReader {
  if (readAs.format === "jsonl") return createJsonLinesReader(columns);
  if (readAs.format === "json") return createJsonListReader(columns);
  if (readAs.format === "text") return createTextReader(readAs.unit ?? "line");
  return new CsvReader(readAs.delimiter);
}
