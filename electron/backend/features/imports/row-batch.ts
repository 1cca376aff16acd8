import type { DraftAnswer } from "#shared/features/imports/draft-example.ts";
import type { RejectedRow } from "#shared/features/imports/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";

/** Examples on their way from the reading thread to the writing connection, column by column. */
export interface RowBatch {
  publicIds: string[];
  lineNumbers: number[];
  inputs: string[];
  /** First 8 bytes of sha256 over the normalised input, as a signed integer. */
  inputHashes: BigInt64Array;
  groups: (string | null)[];
  splits: (Split | null)[];
  externalIds: (string | null)[];
  fields: string[];
  answers: (DraftAnswer | null)[];
  /** Public ids for the annotations; unused where there is no answer. */
  annotationIds: string[];
  rejects: RejectedRow[];
  /** Bytes of the file read so far. */
  bytesRead: number;
}
