import type { ReadAs } from "#shared/features/imports/contract.ts";
import { findColumns } from "../columns.ts";
import { readRows, type RowPiece } from "../file-rows.ts";
import { isRejected, type ReadRow, refuse } from "../readers/raw-row.ts";
import { createPlacer, entriesOf } from "../shape-rows.ts";
import type { ChosenFile } from "./choose-files.ts";

/** The rows of several files as of one, each with the name of its file; a file that cannot be read is one rejected row. */
export async function* readManyFiles(
  files: readonly ChosenFile[],
  extraColumns: readonly string[],
  readAs: ReadAs,
  columns: readonly string[],
): AsyncGenerator<RowPiece> {
  const place = createPlacer(columns);
  // Called otherwise where the files have a column of the same name.
  const extraNames = columns.slice(-extraColumns.length);
  const inner = columns.slice(0, -extraColumns.length);
  let before = 0;
  for (const file of files) {
    const extras = [file.name, file.split].slice(0, extraColumns.length);
    try {
      const own = await findColumns(file.path, readAs, inner);
      for await (const { rows, at } of readRows(file.path, readAs, own))
        yield { rows: rows.map((row) => finish(row, own, extras)), at: before + at };
    } catch (error) {
      const reason = error instanceof Error ? error.message : "";
      yield { rows: [refuse(1, "fileNotReadable", file.name, reason)], at: before + file.bytes };
    }
    before += file.bytes;
  }

  function finish(row: ReadRow, own: readonly string[], extras: readonly string[]): ReadRow {
    const [name = ""] = extras;
    if (isRejected(row)) return { ...row, detail: row.detail ? `${name}: ${row.detail}` : name };
    const added = extraNames.map((column, at) => [column, extras[at] ?? ""] as const);
    return place(row.lineNumber, [...entriesOf(row, own), ...added]);
  }
}
