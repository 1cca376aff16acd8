import type { Db } from "../open.ts";
import type { PageFile } from "./page-file.ts";
import { createRowWriter, type RowOutcome } from "./row-writer.ts";
import type { TargetTable } from "./target.ts";
import { type FoundRow, type Gap, readPageRows, walkTree } from "./walk-tree.ts";

export interface TableReport {
  table: string;
  saved: number;
  /** Rows that are known to be missing; at most, because some of their numbers may never have been used. */
  lost: number;
  /** More may be missing than can be counted. */
  more: boolean;
}

const ROWS_A_TRANSACTION = 5000;
const ROWS_A_REPORT = 500;

/** Brings the rows of one table over and keeps the books on what is missing. */
export function createTableRescue(
  target: Db,
  file: PageFile,
  table: TargetTable,
  seen: Set<number>,
  progress: () => void,
) {
  const write = createRowWriter(target, table);
  const gaps: Gap[] = [];
  let saved = 0;
  let refused = 0;
  let badCells = 0;

  function take(row: FoundRow): RowOutcome {
    const outcome = write(row);
    if (outcome === "saved") saved += 1;
    if (outcome === "refused") refused += 1;
    return outcome;
  }

  /** Many rows to a transaction, because each one ends in work for the disk. */
  function inTransactions(act: (onRow: (row: FoundRow) => void) => void) {
    let rows = 0;
    target.exec("begin");
    try {
      act((row) => {
        take(row);
        rows += 1;
        if (rows % ROWS_A_REPORT === 0) progress();
        if (rows % ROWS_A_TRANSACTION === 0) target.exec("commit; begin");
      });
      target.exec("commit");
    } catch (error) {
      if (target.inTransaction) target.exec("rollback");
      throw error;
    }
  }

  return {
    table,
    saved: () => saved,
    isDamaged: () => gaps.length > 0,
    walkFrom(root: number) {
      inTransactions((onRow) => {
        const news = walkTree(file, root, table.hasRowIds, seen, onRow);
        gaps.push(...news.gaps);
        badCells += news.badCells;
      });
    },
    /** What became of each row of a page, were it a page of this table; nothing is kept. */
    tryPage(page: number): RowOutcome[] {
      const outcomes: RowOutcome[] = [];
      target.exec("begin");
      try {
        readPageRows(file, page, (row) => outcomes.push(write(row)));
      } finally {
        target.exec("rollback");
      }
      return outcomes;
    },
    adoptPage(page: number) {
      seen.add(page);
      inTransactions((onRow) => {
        badCells += readPageRows(file, page, onRow);
      });
    },
    report(gone: ReadonlyMap<string, number>): TableReport {
      const taken = gone.get(table.name) ?? 0;
      // Rows taken away afterwards are among those missing where their numbers fall into a gap.
      const lost = countMissing(target, table, gaps) + badCells + refused + taken;
      const more = gaps.some(({ upTo }) => upTo === null);
      // As they are now: rows that could be made anew from others count, too.
      const kept = target.prepare<[], number>(`select count(*) from "${table.name}"`).pluck().get();
      return { table: table.name, saved: kept ?? 0, lost, more };
    },
  };
}
export type TableRescue = ReturnType<typeof createTableRescue>;

/** Row numbers within gaps that no saved row has; at most so many rows were there. */
function countMissing(target: Db, table: TargetTable, gaps: readonly Gap[]): number {
  if (!table.hasRowIds) return 0;
  const last = target
    .prepare<[], number>(`select coalesce(max(rowid), 0) from "${table.name}"`)
    .pluck()
    .get();
  const countBetween = target
    .prepare<[number, number], number>(
      `select count(*) from "${table.name}" where rowid > ? and rowid <= ?`,
    )
    .pluck();
  return merge(gaps, last ?? 0).reduce(
    (sum, { after, upTo }) => sum + upTo - after - (countBetween.get(after, upTo) ?? 0),
    0,
  );
}

/** Gaps without overlaps; one without an end is taken to reach to the last row that was found. */
function merge(gaps: readonly Gap[], last: number): { after: number; upTo: number }[] {
  const merged: { after: number; upTo: number }[] = [];
  const closed = gaps.map(({ after, upTo }) => ({ after, upTo: upTo ?? Math.max(after, last) }));
  for (const gap of closed.toSorted((a, b) => a.after - b.after)) {
    const before = merged.at(-1);
    if (before && gap.after <= before.upTo) before.upTo = Math.max(before.upTo, gap.upTo);
    else merged.push({ ...gap });
  }
  return merged;
}
