import { extname } from "node:path";
import {
  type FileFormat,
  type Quote,
  type ReadAs,
  type TextEncoding,
  USUAL_DIALECT,
} from "#shared/features/imports/contract.ts";
import {
  DELIMITERS,
  guessDelimiter,
  guessHasHeader,
} from "#shared/features/imports/guess-layout.ts";
import { guessQuote, usesSingleQuotes } from "#shared/features/imports/guess-quote.ts";
import { CsvReader, DELIMITER_DIRECTIVE } from "./csv-reader.ts";
import { createJsonLinesReader, createJsonListReader } from "./json-reader.ts";
import { readObject } from "./json-value.ts";
import { isRejected, MAX_ROW_CHARACTERS, type RowReader } from "./raw-row.ts";
import { createTextReader } from "./text/text-reader.ts";

const SAMPLE_ROWS = 50;
/** Text in which single quotes around cells are counted. */
const QUOTE_CHARACTERS = 100_000;

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
  head: Head,
  chosen: Partial<ReadAs>,
): ReadAs {
  const extension = extname(fileName).toLowerCase();
  const format = chosen.format ?? guessFormat(extension, head.text);
  const { ragged = USUAL_DIALECT.ragged, repair = USUAL_DIALECT.repair } = chosen;
  if (format === "json" || format === "jsonl")
    return { ...USUAL_DIALECT, format, encoding, delimiter: "", hasHeader: false, repair };
  const isTsv = chosen.format === "tsv" || extension === ".tsv" || extension === ".tab";
  const { delimiter, quote } = guessDialect(head, chosen, isTsv);
  const { rows } = cut(delimiter, quote, head);
  return {
    format: chosen.format ?? (delimiter === "\t" ? "tsv" : "csv"),
    encoding,
    delimiter,
    quote,
    hasHeader: chosen.hasHeader ?? guessHasHeader(rows),
    ragged,
    repair,
  };
}

interface Head {
  text: string;
  isWhole: boolean;
}

function guessDialect(head: Head, chosen: Partial<ReadAs>, isTsv: boolean) {
  const told = DELIMITER_DIRECTIVE.exec(head.text.slice(0, 7).split(/\r?\n/, 1)[0] ?? "")?.[1];
  const given = chosen.delimiter ?? (chosen.format === "tsv" ? "\t" : told);
  const usual =
    chosen.quote ?? (usesSingleQuotes(head.text.slice(0, QUOTE_CHARACTERS)) ? "'" : '"');
  const delimiter =
    given ??
    guessDelimiter(
      DELIMITERS.map((each) => ({ delimiter: each, rows: cut(each, usual, head).rows })),
      isTsv,
    );
  if (chosen.quote !== undefined || usual === "'") return { delimiter, quote: usual };
  const { unclosed, rows: quoted } = cut(delimiter, '"', head);
  const { rows } = cut(delimiter, "", head);
  // Cells of JSON hold delimiters and doubled quotes, which look like mere text once they are cut apart.
  const needsQuotes = unclosed === 0 && areAlike(quoted) && !areAlike(rows);
  return { delimiter, quote: needsQuotes ? '"' : guessQuote(rows.flat(), unclosed) };
}

const areAlike = (rows: readonly (readonly string[])[]) =>
  rows.every((row) => row.length === rows[0]?.length);

/** The first rows of a sample, and how many double quotes at their beginnings are never closed. */
function cut(delimiter: string, quote: Quote, { text, isWhole }: Head) {
  const read = (isLast: boolean) =>
    new CsvReader(delimiter, MAX_ROW_CHARACTERS, quote).push(text, isLast);
  let found = read(isWhole);
  if (found.length === 0) found = read(true);
  const sample = found.slice(0, SAMPLE_ROWS);
  return {
    rows: sample.flatMap((row) => (isRejected(row) ? [] : [row.cells])),
    unclosed: sample.filter((row) => isRejected(row) && row.reason === "unclosedQuote").length,
  };
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
  return new CsvReader(readAs.delimiter, MAX_ROW_CHARACTERS, readAs.quote);
}
