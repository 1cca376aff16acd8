import { type AsyncBuffer, type Compressors, type FileMetaData, parquetRead } from "hyparquet";

/** Asks for the next value of a column. */
type Cursor = () => unknown;

/**
 * The columns of the rows from `rowStart` to `rowEnd`, each to be read from its first value to its last.
 * Rows are never made all at once: a million of them as objects take more room than their texts. Large
 * whole numbers arrive as BigInt and so keep every digit.
 */
export async function readGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  range: { rowStart: number; rowEnd: number },
  compressors: Compressors,
): Promise<Map<string, Cursor>> {
  const pieces = new Map<string, { from: number; values: ArrayLike<unknown> }[]>();
  await parquetRead({
    file,
    metadata,
    ...range,
    compressors,
    onChunk({ columnName, columnData, rowStart }) {
      const known = pieces.get(columnName) ?? [];
      known.push({ from: rowStart, values: columnData as ArrayLike<unknown> });
      pieces.set(columnName, known);
    },
  });
  const rows = range.rowEnd - range.rowStart;
  return new Map(
    [...pieces].map(([name, found]) => {
      const values = found.toSorted((a, b) => a.from - b.from).map((piece) => piece.values);
      const count = values.reduce((sum, piece) => sum + piece.length, 0);
      if (count < rows) throw new Error(`a column of ${count} values for ${rows} rows`);
      return [name, createCursor(values)];
    }),
  );
}

function createCursor(pieces: readonly ArrayLike<unknown>[]): Cursor {
  let piece = 0;
  let at = 0;
  return () => {
    while (at >= (pieces[piece]?.length ?? Infinity)) {
      piece += 1;
      at = 0;
    }
    const value = pieces[piece]?.[at];
    at += 1;
    return value;
  };
}
