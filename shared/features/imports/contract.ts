import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id, Page } from "../../contract/primitives.ts";
import { Split } from "../versions/split.ts";
import { ColumnRole } from "./column-role.ts";

export const FileFormat = z.enum(["csv", "tsv", "jsonl", "json"]);
export type FileFormat = z.infer<typeof FileFormat>;
export const TextEncoding = z.enum([
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-15",
  "windows-1250",
  "windows-1251",
  "shift_jis",
  "gb18030",
  "big5",
  "euc-kr",
]);
export type TextEncoding = z.infer<typeof TextEncoding>;

/** The character around cells that hold delimiters; "" for none. */
export const Quote = z.enum(['"', "'", ""]);
export type Quote = z.infer<typeof Quote>;
/**
 * What becomes of rows whose number of cells is not that of the columns. `fill` gives short rows empty cells;
 * `merge` does so too, and joins surplus cells into the last column.
 */
export const Ragged = z.enum(["reject", "fill", "merge"]);
export type Ragged = z.infer<typeof Ragged>;

/** How the bytes are read; every field is guessed from the file and can be overridden. */
export const ReadAs = z.object({
  format: FileFormat,
  encoding: TextEncoding,
  delimiter: z.string().max(1),
  quote: Quote,
  hasHeader: z.boolean(),
  ragged: Ragged,
  /** Mends text that was decoded wrongly before it came into this file. */
  repair: z.boolean(),
});
export type ReadAs = z.infer<typeof ReadAs>;
/** Where nothing in the file, and nobody, says otherwise. */
export const USUAL_DIALECT = { quote: '"', ragged: "reject", repair: false } as const;

export const ColumnMapping = z.object({ column: z.string().max(100_000), role: ColumnRole });
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const RejectReason = z.enum([
  "notReadable",
  "notAnObject",
  "badEncoding",
  "tooFewCells",
  "tooManyCells",
  "unclosedQuote",
  "tooLong",
  "tooDeep",
  "noInput",
  "unknownSplit",
]);
export type RejectReason = z.infer<typeof RejectReason>;

export const RejectedRow = z.object({
  /** 1-based line of the file on which the row starts. */
  lineNumber: Count,
  reason: RejectReason,
  detail: z.string(),
  /** The row's beginning, as it was read. */
  excerpt: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const ImportRecord = z.object({
  importId: Id,
  fileName: z.string(),
  sha256: z.string(),
  format: FileFormat,
  importedAtMs: AtMs,
  rowsRead: Count,
  imported: Count,
  rejected: Count,
  duplicatesOfEarlierImport: Count,
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** Signs of trouble among the first rows; none of them keeps a row out. */
export const SampleSigns = z.object({
  /** Rows looked at; more than are shown. */
  sampledRows: Count,
  /** Rows with too few and too many cells, whatever becomes of them. */
  ragged: z.object({ short: Count, surplus: Count }),
  /** Cells decoded wrongly before they came into this file, and the first of them as mending would leave them. */
  damaged: z.object({
    cells: Count,
    examples: z.array(z.object({ before: z.string(), after: z.string() })),
  }),
  /** Cells that a spreadsheet could run as a formula. */
  formulaCells: Count,
  /** Rows that equal an earlier one in every cell. */
  duplicateRows: Count,
});
export type SampleSigns = z.infer<typeof SampleSigns>;

export const Preview = SampleSigns.extend({
  fileName: z.string(),
  bytes: Count,
  sha256: z.string(),
  readAs: ReadAs,
  columns: z.array(z.object({ name: z.string(), role: ColumnRole })),
  /** The first rows, one string a column; at most 20. */
  rows: z.array(z.array(z.string())),
  /** Rows among the first that could not be read. */
  rejects: z.array(RejectedRow),
  /** Set when the same bytes were imported before. */
  earlierImport: ImportRecord.nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const StartImport = z.object({
  fileId: Id,
  readAs: ReadAs.partial().default({}),
  /** Columns left out are kept as fields; no mapping at all means "guess". */
  mapping: z.array(ColumnMapping).max(10_000).default([]),
  /** Puts every row of this file in one split. */
  split: Split.optional(),
  /** What to do when the same bytes were imported before. */
  again: z.enum(["skip", "add"]).default("skip"),
});
export type StartImport = z.infer<typeof StartImport>;

export const importsContract = {
  inspect: base
    .input(z.object({ fileId: Id, readAs: ReadAs.partial().optional() }))
    .output(Preview),
  start: base.input(StartImport).output(z.object({ jobId: Id, importId: Id })),
  list: base.output(z.array(ImportRecord)),
  listRejects: base
    .input(Page.extend({ importId: Id }))
    .output(z.object({ total: Count, rows: z.array(RejectedRow) })),
  /** The reject list as CSV text, for saving. */
  saveRejects: base.input(z.object({ importId: Id })).output(z.object({ downloadId: Id })),
};
