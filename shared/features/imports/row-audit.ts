import { isFormulaLike } from "./formula-cell.ts";
import { repairText } from "./repair-text.ts";
import { createRowHashes } from "./row-hashes.ts";

/** What is worth knowing about the rows of a file before they are imported. */
export interface RowAuditResult {
  rows: number;
  /** Cells that a spreadsheet could run as a formula. */
  formulaCells: number;
  /** Cells that `repairText` would mend, and the first of them. */
  damagedCells: number;
  damagedExamples: { before: string; after: string }[];
  /** Rows whose cells all equal those of an earlier row. */
  duplicateRows: number;
  /** True when there were more different rows than are remembered, so that duplicates may be missing. */
  isPartial: boolean;
}

const EXAMPLES = 5;
const EXAMPLE_CHARACTERS = 60;
/** Different rows remembered, in 32 MB at most. */
export const MAX_REMEMBERED_ROWS = 2_000_000;

/** Counts over any number of rows, one `add` each: two passes over the characters of a row, flat in memory. */
export function createRowAudit(maxRows = MAX_REMEMBERED_ROWS) {
  const hashes = createRowHashes(maxRows);
  const examples: RowAuditResult["damagedExamples"] = [];
  let rows = 0;
  let formulaCells = 0;
  let damagedCells = 0;
  let duplicateRows = 0;

  function lookForDamage(cell: string): void {
    const repaired = repairText(cell);
    if (repaired === cell) return;
    damagedCells += 1;
    if (examples.length < EXAMPLES) examples.push(excerptDifference(cell, repaired));
  }

  return {
    add(cells: readonly string[]): void {
      rows += 1;
      hashes.begin();
      for (const cell of cells) {
        if (isFormulaLike(cell)) formulaCells += 1;
        if (hashes.take(cell)) lookForDamage(cell);
      }
      if (hashes.isKnown()) duplicateRows += 1;
    },
    result: (): RowAuditResult => ({
      rows,
      formulaCells,
      damagedCells,
      damagedExamples: [...examples],
      duplicateRows,
      isPartial: hashes.isFull(),
    }),
  };
}

/** Both texts from shortly before the first difference. */
function excerptDifference(before: string, after: string): { before: string; after: string } {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const from = Math.max(0, at - EXAMPLE_CHARACTERS / 3);
  const cut = (text: string) => {
    const end = from + EXAMPLE_CHARACTERS;
    const part = text.slice(from, end).toWellFormed();
    return `${from > 0 ? "…" : ""}${part}${end < text.length ? "…" : ""}`;
  };
  return { before: cut(before), after: cut(after) };
}
