import type { Archive } from "../zip/archive.ts";

/** What follows the cells of a sheet: filters, links, pictures, the list of merged cells. */
const MAX_TAIL_CHARACTERS = 50_000_000;

/** Cells merged over several rows, by the number of their first row. */
export type TallMerges = ReadonlyMap<number, { column: number; lastRow: number }[]>;

/**
 * Finds the cells that cover several rows. Their list stands behind the rows, so the sheet is unpacked
 * once more, but not parsed.
 */
export async function readTallMerges(
  archive: Archive,
  file: string,
  maxBytes: number,
): Promise<TallMerges> {
  let tail = "";
  let isBehind = false;
  for await (const piece of archive.read(file, maxBytes)) {
    const text = piece.toString("latin1");
    if (isBehind) {
      tail += text;
      if (tail.length > MAX_TAIL_CHARACTERS) break;
      continue;
    }
    const joined = tail + text;
    const end = joined.search(/<\/(\w+:)?sheetData>/);
    isBehind = end !== -1;
    tail = isBehind ? joined.slice(end) : joined.slice(-40);
  }
  const merges = new Map<number, { column: number; lastRow: number }[]>();
  for (const [, column = "", first, last] of tail.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
  )) {
    const firstRow = Number(first);
    if (Number(last) <= firstRow) continue;
    const here = merges.get(firstRow) ?? [];
    here.push({ column: columnNumber(column), lastRow: Number(last) });
    merges.set(firstRow, here);
  }
  return merges;
}

/** 0 for "A", 25 for "Z", 26 for "AA". */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Repeats the value of a tall merged cell in every row it covers, as a person reads it. */
export function createMergeFiller(merges: TallMerges) {
  const open = new Map<number, { lastRow: number; value: string }>();
  return function fill(rowNumber: number, cells: string[]) {
    if (merges.size === 0) return;
    for (const [column, { lastRow, value }] of open)
      if (rowNumber > lastRow) open.delete(column);
      else {
        while (cells.length <= column) cells.push("");
        cells[column] ||= value;
      }
    for (const { column, lastRow } of merges.get(rowNumber) ?? [])
      open.set(column, { lastRow, value: cells[column] ?? "" });
  };
}
