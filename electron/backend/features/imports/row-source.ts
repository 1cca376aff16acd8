import type { ReadAs } from "#shared/features/imports/contract.ts";
import { createRowFitter } from "./fit-rows.ts";
import { createReader } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { isRejected, type ReadRow } from "./readers/raw-row.ts";

/** The rows below the header, piece by piece, each sound or refused, with the byte offset reached. */
export function* createRowSource(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
): Generator<{ rows: ReadRow[]; at: number }> {
  const reader = createReader(readAs, columns);
  const isJson = readAs.format === "json" || readAs.format === "jsonl";
  let headerLeft = !isJson && readAs.hasHeader;
  const fitter = createRowFitter(readAs, isJson ? null : columns.length);
  for (const { text, isLast, at } of readTexts(path, readAs.encoding)) {
    fitter.see(text);
    const rows = reader.push(text, isLast);
    if (headerLeft) {
      const header = rows.findIndex((row) => !isRejected(row));
      if (header !== -1) {
        rows.splice(header, 1);
        headerLeft = false;
      }
    }
    fitter.fit(rows);
    yield { rows, at };
  }
}
