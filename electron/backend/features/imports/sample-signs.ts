import type { RejectedRow, SampleSigns } from "#shared/features/imports/contract.ts";
import { createRowAudit } from "#shared/features/imports/row-audit.ts";
import type { RawRow } from "./readers/raw-row.ts";

/** What the first rows of a file show of its troubles; the rows as they stand in the file, not mended. */
export function findSigns(rows: readonly RawRow[], rejects: readonly RejectedRow[]): SampleSigns {
  const audit = createRowAudit();
  for (const row of rows) audit.add([...row.cells, ...(row.others ?? []).map(([, text]) => text)]);
  const { formulaCells, damagedCells, damagedExamples, duplicateRows } = audit.result();
  const count = (fitted: RawRow["fitted"], reason: RejectedRow["reason"]) =>
    rows.filter((row) => row.fitted === fitted).length +
    rejects.filter((row) => row.reason === reason).length;
  return {
    sampledRows: rows.length + rejects.length,
    ragged: { short: count("short", "tooFewCells"), surplus: count("surplus", "tooManyCells") },
    damaged: { cells: damagedCells, examples: damagedExamples },
    formulaCells,
    duplicateRows,
  };
}

const MOST_EXAMPLES = 5;
export const NO_SIGNS: SampleSigns = {
  sampledRows: 0,
  ragged: { short: 0, surplus: 0 },
  damaged: { cells: 0, examples: [] },
  formulaCells: 0,
  duplicateRows: 0,
};

/** The signs of several files read as one; rows that equal one of another file are not counted. */
export const addSigns = (a: SampleSigns, b: SampleSigns): SampleSigns => ({
  sampledRows: a.sampledRows + b.sampledRows,
  ragged: {
    short: a.ragged.short + b.ragged.short,
    surplus: a.ragged.surplus + b.ragged.surplus,
  },
  damaged: {
    cells: a.damaged.cells + b.damaged.cells,
    examples: [...a.damaged.examples, ...b.damaged.examples].slice(0, MOST_EXAMPLES),
  },
  formulaCells: a.formulaCells + b.formulaCells,
  duplicateRows: a.duplicateRows + b.duplicateRows,
});
