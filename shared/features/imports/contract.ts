import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, FileGrant, Id, Page } from "../../contract/primitives.ts";
import { Split } from "../versions/split.ts";
import { ColumnRole } from "./column-role.ts";
import { ShapeChoice, ShapeName } from "./shapes/shape-name.ts";

export const FileFormat = z.enum([
  "csv",
  "tsv",
  "jsonl",
  "json",
  "xlsx",
  "parquet",
  "text",
  "docx",
  "pdf",
]);
export type FileFormat = z.infer<typeof FileFormat>;
export const TextEncoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]);
export type TextEncoding = z.infer<typeof TextEncoding>;

/** What becomes one example of a running text; a passage is about 250 words and ends with its paragraph. */
export const ReadUnit = z.enum(["line", "paragraph", "passage", "file"]);
export type ReadUnit = z.infer<typeof ReadUnit>;

/** How the bytes are read; every field is guessed from the file and can be overridden. */
export const ReadAs = z.object({
  format: FileFormat,
  encoding: TextEncoding,
  delimiter: z.string().max(1),
  hasHeader: z.boolean(),
  /** Workbooks only: the sheet's name. */
  sheet: z.string().max(1000).optional(),
  /** Running text only. */
  unit: ReadUnit.optional(),
  /** Records only: the program whose export this is; "plain" takes the keys as they stand. */
  shape: ShapeChoice.optional(),
  /** Dataset folders only: which of its configurations. */
  config: z.string().max(1000).optional(),
});
export type ReadAs = z.infer<typeof ReadAs>;

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
  "noTextOnPage",
  "fileNotReadable",
  "notOfThisShape",
]);
export type RejectReason = z.infer<typeof RejectReason>;

export const RejectedRow = z.object({
  /** 1-based line of the file on which the row starts; the number of the row, paragraph or page where there are no lines. */
  lineNumber: Count,
  reason: RejectReason,
  detail: z.string(),
  /** The row's beginning, as it was read. */
  excerpt: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const FileNote = z.object({
  code: z.enum([
    "hiddenSheets",
    "macrosIgnored",
    "mergedCells",
    "formulasWithoutResult",
    "classLabels",
    "datasetFolder",
    "filesLeftOut",
    "linksLeftOut",
  ]),
  count: Count,
  /** What the note is about, ready to be shown. */
  names: z.string(),
});
export type FileNote = z.infer<typeof FileNote>;

/** What there is to choose in a file, and what to know before importing it. */
export const FileFacts = z.object({
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  configs: z.array(z.string()),
  /** Kinds of files in a folder; those of one are read. */
  formats: z.array(FileFormat),
  /** Whether the records look like another program's export. */
  shape: ShapeName.nullable(),
  /** Files read as one. */
  files: Count,
  notes: z.array(FileNote),
});
export type FileFacts = z.infer<typeof FileFacts>;

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

export const Preview = z.object({
  fileName: z.string(),
  bytes: Count,
  sha256: z.string(),
  readAs: ReadAs,
  columns: z.array(z.object({ name: z.string(), role: ColumnRole })),
  /** The first rows, one string a column; at most 20. */
  rows: z.array(z.array(z.string())),
  /** Rows among the first that could not be read. */
  rejects: z.array(RejectedRow),
  facts: FileFacts,
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
  /** Files granted one by one, to be read as one. */
  gather: base.input(z.object({ fileIds: z.array(Id).min(1).max(10_000) })).output(FileGrant),
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
