import type { DraftAnswer } from "#shared/features/imports/draft-example.ts";
import type { RejectedRow } from "#shared/features/imports/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";

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
  /** Bytes of the file read so far. */
  bytesRead: number;
}
