import { eventIterator } from "@orpc/contract";
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
/** What becomes one example of a running text; a passage is about 250 words and ends with its paragraph. */
export const ReadUnit = z.enum(["line", "paragraph", "passage", "file"]);
export type ReadUnit = z.infer<typeof ReadUnit>;

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
/** Where nothing in the file, and nobody, says otherwise. */
export const USUAL_DIALECT = { quote: '"', ragged: "reject", repair: false } as const;
/** The table that most programs write. */
export const USUAL_TABLE = {
  format: "csv",
  encoding: "utf-8",
  delimiter: ",",
  hasHeader: true,
  ...USUAL_DIALECT,
} as const satisfies ReadAs;

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
  "spansNotReadable",
  "spansOutside",
  "notAConversation",
  "tooFewResponses",
  "unknownPreference",
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
  /** Rows that were in the project already and stayed as they were. */
  duplicatesOfEarlierImport: Count,
  /** Rows that were in the project already and took what the file says. */
  updated: Count,
  /** When all its examples were taken out again; null while they are in the project. */
  takenBackAtMs: AtMs.nullable(),
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
  facts: FileFacts,
  /** Set when the same bytes were imported before. */
  earlierImport: ImportRecord.nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const Again = z.enum(["skip", "update", "add"]);
export type Again = z.infer<typeof Again>;

export const StartImport = z.object({
  fileId: Id,
  readAs: ReadAs.partial().default({}),
  /** Columns left out are kept as fields; no mapping at all means "guess". */
  mapping: z.array(ColumnMapping).max(10_000).default([]),
  /** Puts every row of this file in one split. */
  split: Split.optional(),
  /**
   * What to do with rows that are in the project already. Left out: the very same file is skipped,
   * every other one is added whole.
   */
  again: Again.optional(),
});
export type StartImport = z.infer<typeof StartImport>;

/** What importing a file would do, counted over every row. */
export const Review = z.object({
  rowsRead: Count,
  /** Rows that are not in the project yet. */
  fresh: Count,
  /** Rows that are in the project and say the same. */
  known: Count,
  /** Rows that are in the project under the same id and say something else. */
  changed: Count,
  rejected: Count,
  /** Whether rows were recognised by the column mapped as id, or by their text. */
  matchedBy: z.enum(["id", "text"]),
  rejectsByReason: z.array(z.object({ reason: RejectReason, rows: Count })),
  /** The first rejected rows; at most 200. */
  rejects: z.array(RejectedRow),
  /** Labels that the file would make, the most frequent first; at most 200. */
  newLabels: z.array(z.object({ name: z.string(), rows: Count })),
  /** Rows whose input stands in an earlier row of the same file. */
  duplicateRows: Count,
  /** Cells that a spreadsheet would run as a formula. */
  formulaCells: Count,
  /** The import that knows most of the rows. */
  earlierImport: ImportRecord.nullable(),
  suggested: Again,
});
export type Review = z.infer<typeof Review>;

export const ReviewNews = z.discriminatedUnion("kind", [
  /** In bytes of the file. */
  z.object({ kind: z.literal("progress"), done: Count, total: Count }),
  z.object({ kind: z.literal("review"), review: Review }),
]);
export type ReviewNews = z.infer<typeof ReviewNews>;

export const importsContract = {
  /** Files granted one by one, to be read as one. */
  gather: base.input(z.object({ fileIds: z.array(Id).min(1).max(10_000) })).output(FileGrant),
  inspect: base
    .input(z.object({ fileId: Id, readAs: ReadAs.partial().optional() }))
    .output(Preview),
  /** Reads the whole file without writing; ends with exactly one review. Leaving the stream stops it. */
  review: base.input(StartImport.omit({ again: true })).output(eventIterator(ReviewNews)),
  start: base.input(StartImport).output(z.object({ jobId: Id, importId: Id })),
  list: base.output(z.array(ImportRecord)),
  /** Takes every example of one import out again, as one step that undo reverses. */
  takeBack: base.input(z.object({ importId: Id })).output(ImportRecord),
  listRejects: base
    .input(Page.extend({ importId: Id }))
    .output(z.object({ total: Count, rows: z.array(RejectedRow) })),
  /** The reject list as CSV text, for saving. */
  saveRejects: base.input(z.object({ importId: Id })).output(z.object({ downloadId: Id })),
};
