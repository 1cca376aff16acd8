import type { RejectedRow, RejectReason } from "#shared/features/imports/contract.ts";

/** A row as it stands in the file, before its columns mean anything. */
export interface RawRow {
  /** 1-based line on which the row starts. */
  lineNumber: number;
  cells: string[];
  /** JSON only: values under keys that the sample did not show. */
  others?: [string, string][];
  /** Set when the row was made to fit the columns: it had too few cells, or too many. */
  fitted?: "short" | "surplus";
}
export type ReadRow = RawRow | RejectedRow;

/** Cuts text that arrives in pieces of any size into rows. */
export interface RowReader {
  /** `isLast` says that the file ends with this piece. */
  push(text: string, isLast: boolean): ReadRow[];
}

/** A row may hold at most 50 million characters; so may the look-ahead for a closing quote. */
export const MAX_ROW_CHARACTERS = 50_000_000;
const EXCERPT_CHARACTERS = 200;

export const isRejected = (row: ReadRow): row is RejectedRow => "reason" in row;

/** An entry of the reject list; the excerpt is cut and made safe to store. */
export const refuse = (
  lineNumber: number,
  reason: RejectReason,
  raw: string,
  detail = "",
): RejectedRow => ({
  lineNumber,
  reason,
  detail: detail.toWellFormed(),
  excerpt: raw.slice(0, EXCERPT_CHARACTERS).toWellFormed(),
});

/** Line ends in `text` between two offsets. */
export function countLines(text: string, lineEnd: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf(lineEnd, from); at !== -1 && at < to; lines += 1)
    at = text.indexOf(lineEnd, at + 1);
  return lines;
}
