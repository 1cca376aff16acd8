import { statSync } from "node:fs";
import { basename } from "node:path";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import type { ShapeName } from "#shared/features/imports/shapes/shape-name.ts";
import { createReader } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { isOpenedFormat, openTable } from "./readers/open-file.ts";
import type { OpenTable } from "./readers/open-table.ts";
import { explainReadFailure } from "./readers/read-failure.ts";
import { isRejected, type RawRow, type ReadRow, refuse } from "./readers/raw-row.ts";
import { createRowShaper } from "./shape-rows.ts";
import { firstBadByte } from "./readers/text-decoder.ts";

/** Rows, each sound or refused, and the byte offset reached. */
export interface RowPiece {
  rows: ReadRow[];
  at: number;
}
export type RowPieces = Generator<RowPiece> | AsyncGenerator<RowPiece>;

/** The rows of one file. */
export function readRows(path: string, readAs: ReadAs, columns: readonly string[]): RowPieces {
  const shape = shapeOf(readAs);
  if (isOpenedFormat(readAs.format)) return readTable(path, readAs, shape, columns);
  return shape === null
    ? readTextRows(path, readAs, columns)
    : readShapedRows(path, readAs, shape, columns);
}

/** The program whose records are read, if any. */
export const shapeOf = ({ shape }: Pick<ReadAs, "shape">): ShapeName | null =>
  shape === undefined || shape === "plain" ? null : shape;

async function* readTable(
  path: string,
  readAs: ReadAs,
  shape: ShapeName | null,
  columns: readonly string[],
): AsyncGenerator<RowPiece> {
  if (!isOpenedFormat(readAs.format)) return;
  let table: OpenTable | undefined;
  try {
    table = await openTable(readAs.format, path, readAs);
    const shapeRow = createRowShaper(shape, table.columns, columns);
    for await (const { rows, at } of table.rows())
      yield { rows: rows.map((row) => examine(shapeRow(row), null)), at };
  } catch (error) {
    // Damage further down, which the first rows did not show.
    throw explainReadFailure(error, basename(path), statSync(path).blocks);
  } finally {
    table?.close();
  }
}

function* readShapedRows(
  path: string,
  readAs: ReadAs,
  shape: ShapeName,
  columns: readonly string[],
): Generator<RowPiece> {
  const shapeRow = createRowShaper(shape, [], columns);
  for (const { rows, at } of readTextRows(path, readAs, []))
    yield { rows: rows.map((row) => examine(shapeRow(row), null)), at };
}

function* readTextRows(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
): Generator<RowPiece> {
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
