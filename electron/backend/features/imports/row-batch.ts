import type { DraftAnswer } from "#shared/features/imports/draft-example.ts";
import type { RejectedRow } from "#shared/features/imports/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { MatchedRows } from "./matching/matched-rows.ts";

/** Examples on their way from the reading thread to the writing connection, column by column. */
export interface RowBatch {
  lineNumbers: number[];
  inputs: string[];
  /** See `hashInput`. */
  inputHashes: Float64Array;
  groups: (string | null)[];
  splits: (Split | null)[];
  externalIds: (string | null)[];
  fields: string[];
  answers: (DraftAnswer | null)[];
  rejects: RejectedRow[];
  /** Rows that are in the project already; null when nothing was matched. */
  matched: MatchedRows | null;
  /** Bytes of the file read so far. */
  bytesRead: number;
}
