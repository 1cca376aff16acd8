import type { FileFacts, ReadAs } from "#shared/features/imports/contract.ts";
import type { ReadRow } from "./raw-row.ts";

/** A file that is opened rather than read from its first byte to its last: a workbook, a Parquet file, a document. */
export interface OpenTable {
  columns: string[];
  /** As asked for, with what was left open decided. */
  readAs: ReadAs;
  /** What the user should know before importing, and what there is to choose. */
  facts: Partial<FileFacts>;
  /** Rows with one cell a column; `at` is the share of the file read so far, in bytes. Can be asked for again. */
  rows(): AsyncGenerator<{ rows: ReadRow[]; at: number }>;
  close(): void;
}

/** What was chosen for this file; the rest is guessed. */
export type ReadChoices = Partial<ReadAs>;

/** Opened files have no text layout of their own. */
export const noLayout = {
  encoding: "utf-8",
  delimiter: "",
  quote: "",
  hasHeader: false,
  ragged: "reject",
  repair: false,
} as const;
