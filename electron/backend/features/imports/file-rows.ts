import { statSync } from "node:fs";
import { basename } from "node:path";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import type { ShapeName } from "#shared/features/imports/shapes/shape-name.ts";
import { createReader } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { isOpenedFormat, openTable } from "./readers/open-file.ts";
import type { OpenTable } from "./readers/open-table.ts";
import { explainReadFailure } from "./readers/read-failure.ts";
import { isRejected, type ReadRow } from "./readers/raw-row.ts";
import { createRowFitter, refuseUnsound, repairRow, replaceEach } from "./fit-rows.ts";
import { createRowShaper } from "./shape-rows.ts";

/** Rows, each sound or refused, and the byte offset reached. */
export interface RowPiece {
  rows: ReadRow[];
  at: number;
}
export type RowPieces = Generator<RowPiece> | AsyncGenerator<RowPiece>;

/** The rows of one file, mended where the user wants that. */
export function readRows(path: string, readAs: ReadAs, columns: readonly string[]): RowPieces {
  const pieces = readSoundRows(path, readAs, columns);
  return readAs.repair ? repairRows(pieces) : pieces;
}

async function* repairRows(pieces: RowPieces): AsyncGenerator<RowPiece> {
  for await (const piece of pieces) {
    replaceEach(piece.rows, repairRow);
    yield piece;
  }
}

function readSoundRows(path: string, readAs: ReadAs, columns: readonly string[]): RowPieces {
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
    for await (const { rows, at } of table.rows()) {
      const shaped = rows.map(shapeRow);
      replaceEach(shaped, refuseUnsound);
      yield { rows: shaped, at };
    }
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
  for (const { rows, at } of readTextRows(path, readAs, [])) yield { rows: rows.map(shapeRow), at };
}

function* readTextRows(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
): Generator<RowPiece> {
  const reader = createReader(readAs, columns);
  const isJson = readAs.format === "json" || readAs.format === "jsonl";
  let headerLeft = !isJson && readAs.hasHeader;
  // Mending comes last, after records were taken apart.
  const fitter = createRowFitter({ ...readAs, repair: false }, isJson ? null : columns.length);
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
