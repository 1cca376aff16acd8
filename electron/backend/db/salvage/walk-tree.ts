import type { PageFile } from "./page-file.ts";
import { decodeRecord, type StoredValue } from "./record.ts";
import { type Cell, parseTreePage, wholePayload } from "./tree-page.ts";

export interface FoundRow {
  /** Null in a table without row ids. */
  rowId: number | null;
  values: StoredValue[];
}

/** Where rows are missing: those with ids in `(after, upTo]`; `upTo` null when nothing tells. */
export interface Gap {
  after: number;
  upTo: number | null;
}

/** What going through one tree brought, beside its rows. */
export interface TreeNews {
  gaps: Gap[];
  /** Rows that stand there but cannot be read. */
  badCells: number;
}

type OnRow = (row: FoundRow) => void;

/** Reads one row; false when it cannot be read whole. */
function passOn(file: PageFile, cell: Cell, onRow: OnRow): boolean {
  if (!cell.payload) return true;
  try {
    onRow({ rowId: cell.rowId, values: decodeRecord(wholePayload(file, cell.payload)) });
    return true;
  } catch {
    return false;
  }
}

/** Reads the rows of one page; returns how many could not be read. */
export function readPageRows(file: PageFile, number: number, onRow: OnRow): number {
  const page = parseTreePage(file, number);
  if (!page) return 0;
  return page.cells.filter((cell) => cell === null || !passOn(file, cell, onRow)).length;
}

/**
 * Goes through the tree below `root` and passes on every row that can be read; `seen` collects its pages.
 * A page that is not what its parent takes it for is a gap, and the rest is still read.
 */
export function walkTree(
  file: PageFile,
  root: number,
  hasRowIds: boolean,
  seen: Set<number>,
  onRow: OnRow,
): TreeNews {
  const news: TreeNews = { gaps: [], badCells: 0 };
  const prefix = hasRowIds ? "table" : "index";
  const waiting: { page: number; after: number; upTo: number | null }[] = [
    { page: root, after: 0, upTo: null },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { page: number, after, upTo } = next;
    const page = seen.has(number) ? undefined : parseTreePage(file, number);
    if (!page?.kind.startsWith(prefix)) {
      news.gaps.push({ after, upTo });
      continue;
    }
    seen.add(number);
    const children: typeof waiting = [];
    let lower = after;
    for (const cell of page.cells) {
      if (!cell) {
        if (page.rightmost === null) news.badCells += 1;
        else news.gaps.push({ after: lower, upTo });
        continue;
      }
      if (cell.child !== null) {
        children.push({ page: cell.child, after: lower, upTo: cell.rowId });
        lower = cell.rowId ?? lower;
      }
      if (!passOn(file, cell, onRow)) news.badCells += 1;
    }
    if (page.rightmost !== null) children.push({ page: page.rightmost, after: lower, upTo });
    waiting.push(...children.toReversed());
  }
  return news;
}
