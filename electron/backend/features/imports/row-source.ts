import type { ReadAs } from "#shared/features/imports/contract.ts";
import { createReader } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { isRejected, type RawRow, type ReadRow, refuse } from "./readers/raw-row.ts";
import { firstBadByte } from "./readers/text-decoder.ts";

/** The rows below the header, piece by piece, each sound or refused, with the byte offset reached. */
export function* createRowSource(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
): Generator<{ rows: ReadRow[]; at: number }> {
  const reader = createReader(readAs, columns);
  const isJson = readAs.format === "json" || readAs.format === "jsonl";
  let headerLeft = !isJson && readAs.hasHeader;
  for (const { text, isLast, at } of readTexts(path, readAs.encoding)) {
    const rows = reader.push(text, isLast);
    if (headerLeft) {
      const header = rows.findIndex((row) => !isRejected(row));
      if (header !== -1) {
        rows.splice(header, 1);
        headerLeft = false;
      }
    }
    yield { rows: rows.map((row) => examine(row, isJson ? null : columns.length)), at };
  }
}

/** Refuses a row whose cells do not fit the columns, or whose bytes could not be decoded. */
function examine(row: ReadRow, cellsExpected: number | null): ReadRow {
  if (isRejected(row)) return row;
  const { cells, lineNumber } = row;
  if (cellsExpected !== null && cells.length !== cellsExpected) {
    const reason = cells.length < cellsExpected ? "tooFewCells" : "tooManyCells";
    return refuse(lineNumber, reason, cells.join(" | "), `${cells.length} ≠ ${cellsExpected}`);
  }
  if (isSound(row)) return row;
  const bad = allTexts(row).find((text) => !text.isWellFormed()) ?? "";
  return refuse(lineNumber, "badEncoding", cells.join(" | "), firstBadByte(bad));
}

const allTexts = (row: RawRow) => [...row.cells, ...(row.others ?? []).flat()];

function isSound(row: RawRow): boolean {
  for (const cell of row.cells) if (!cell.isWellFormed()) return false;
  return row.others === undefined || row.others.flat().every((text) => text.isWellFormed());
}
