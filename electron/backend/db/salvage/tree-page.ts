import type { PageFile } from "./page-file.ts";
import { readVarint, Unreadable } from "./record.ts";

export type PageKind = "tableLeaf" | "tableInterior" | "indexLeaf" | "indexInterior";

const KINDS = new Map<number, PageKind>([
  [13, "tableLeaf"],
  [5, "tableInterior"],
  [10, "indexLeaf"],
  [2, "indexInterior"],
]);

/** One cell, as far as its page tells: a row, a way down, or (within an index) both. */
export interface Cell {
  child: number | null;
  rowId: number | null;
  /** Null on interior pages of a table, which hold no rows. */
  payload: { length: number; local: Buffer; overflow: number } | null;
}

export interface TreePage {
  kind: PageKind;
  /** Null where the cell makes no sense. */
  cells: (Cell | null)[];
  /** The way down to the last rows; null on leaves. */
  rightmost: number | null;
}

export function kindOf(page: Buffer, number: number): PageKind | undefined {
  return KINDS.get(page[number === 1 ? 100 : 0] ?? 0);
}

/** Reads a page of a tree cell by cell; undefined for a page that is none. */
export function parseTreePage(file: PageFile, number: number): TreePage | undefined {
  const page = file.page(number);
  if (!page) return undefined;
  const kind = kindOf(page, number);
  if (!kind) return undefined;
  const start = number === 1 ? 100 : 0;
  const isInterior = kind.endsWith("Interior");
  const pointers = start + (isInterior ? 12 : 8);
  const count = page.readUInt16BE(start + 3);
  const end = file.usableOf(number);
  if (pointers + count * 2 > end) return undefined;
  const cells = Array.from({ length: count }, (_, index) => {
    const at = page.readUInt16BE(pointers + index * 2);
    try {
      if (at < pointers + count * 2) throw new Unreadable("a cell lies among the pointers");
      return parseCell(file, page.subarray(0, end), at, kind);
    } catch {
      return null;
    }
  });
  return { kind, cells, rightmost: isInterior ? page.readUInt32BE(start + 8) : null };
}

function parseCell(file: PageFile, page: Buffer, start: number, kind: PageKind): Cell {
  let at = start;
  let child: number | null = null;
  if (kind.endsWith("Interior")) {
    if (at + 4 > page.length) throw new Unreadable("a cell runs past its page");
    child = page.readUInt32BE(at);
    at += 4;
  }
  if (kind === "tableInterior") return { child, rowId: readVarint(page, at).value, payload: null };
  const { value: length, next } = readVarint(page, at);
  at = next;
  let rowId: number | null = null;
  if (kind === "tableLeaf") {
    const id = readVarint(page, at);
    rowId = id.value;
    at = id.next;
  }
  const local = localBytes(file.usable, length, kind === "tableLeaf");
  if (length > file.pageCount * file.pageSize)
    throw new Unreadable("a row is longer than the file");
  const spills = local < length;
  if (at + local + (spills ? 4 : 0) > page.length)
    throw new Unreadable("a cell runs past its page");
  const overflow = spills ? page.readUInt32BE(at + local) : 0;
  return { child, rowId, payload: { length, local: page.subarray(at, at + local), overflow } };
}

/** How much of a row stays on its page: https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages */
function localBytes(usable: number, length: number, isTableLeaf: boolean): number {
  const most = isTableLeaf ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const local = least + ((length - least) % (usable - 4));
  return local <= most ? local : least;
}

/** The whole row, gathered from the pages it runs on to. Throws `Unreadable` when one of them is lost. */
export function wholePayload(file: PageFile, payload: NonNullable<Cell["payload"]>): Buffer {
  const pieces = [payload.local];
  let left = payload.length - payload.local.length;
  let next = payload.overflow;
  while (left > 0) {
    const page = file.page(next);
    if (!page) throw new Unreadable("a row goes on where there is no page");
    const piece = page.subarray(4, Math.min(file.usable, 4 + left));
    if (4 + piece.length > file.usableOf(next)) throw new Unreadable("a row ends with the file");
    pieces.push(piece);
    left -= piece.length;
    next = page.readUInt32BE(0);
    if (left > 0 && next === 0) throw new Unreadable("a row ends early");
    if (left === 0 && next !== 0) throw new Unreadable("a row does not end where it should");
  }
  return Buffer.concat(pieces);
}
