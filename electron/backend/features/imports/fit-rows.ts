import type { ReadAs } from "#shared/features/imports/contract.ts";
import { repairText } from "#shared/features/imports/repair-text.ts";
import { firstBadByte } from "./readers/bad-bytes.ts";
import { isRejected, type RawRow, type ReadRow, refuse } from "./readers/raw-row.ts";

export interface RowFitter {
  /** Looks at the text from which the following rows come. */
  see(text: string): void;
  /** Changes the rows in place: each then fits, mended if that was asked for, or is refused. */
  fit(rows: ReadRow[]): void;
}

/**
 * Makes rows fit the columns, mends their text and refuses what could not be decoded. `columns` is null for
 * rows that bring their own columns, such as those of JSON, which may spell half a character pair in ASCII.
 */
export function createRowFitter(readAs: ReadAs, columns: number | null): RowFitter {
  // In all else only bad bytes make text unsound. One bad piece may live on in a row that spans pieces, so
  // that from there on every row is looked at.
  let isSuspect = columns === null;
  return {
    see(text) {
      isSuspect ||= !text.isWellFormed();
    },
    fit(rows) {
      if (columns !== null) fitAll(rows, readAs, columns);
      if (isSuspect) replaceEach(rows, refuseUnsound);
      if (readAs.repair) replaceEach(rows, repairRow);
    },
  };
}

/** Puts another row, or a refusal, in the place of each sound row. */
export function replaceEach(rows: ReadRow[], replace: (row: RawRow) => ReadRow): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row && !isRejected(row)) rows[index] = replace(row);
  }
}

/** Makes rows fit the columns in the way the user chose, or refuses them. */
function fitAll(rows: ReadRow[], { ragged, delimiter }: ReadAs, columns: number): void {
  replaceEach(rows, (row) => {
    const { cells, lineNumber } = row;
    const surplus = cells.length - columns;
    if (surplus === 0) return row;
    if (surplus < 0 && ragged !== "reject")
      return {
        lineNumber,
        cells: [...cells, ...Array.from({ length: -surplus }, () => "")],
        fitted: "short",
      };
    if (surplus > 0 && ragged === "merge") {
      const last = cells.slice(columns - 1).join(delimiter);
      return { lineNumber, cells: [...cells.slice(0, columns - 1), last], fitted: "surplus" };
    }
    const reason = surplus < 0 ? "tooFewCells" : "tooManyCells";
    return refuse(lineNumber, reason, cells.join(" | "), `${cells.length} ≠ ${columns}`);
  });
}

/** Refuses a row whose bytes could not be decoded. */
export function refuseUnsound(row: RawRow): ReadRow {
  const bad = [...row.cells, ...(row.others ?? []).flat()].find((text) => !text.isWellFormed());
  if (bad === undefined) return row;
  return refuse(row.lineNumber, "badEncoding", row.cells.join(" | "), firstBadByte(bad));
}

/** The row with the text of its cells mended; the names of its keys stay. */
export const repairRow = (row: RawRow): RawRow => ({
  ...row,
  cells: row.cells.map(repairText),
  ...(row.others ? { others: row.others.map(([key, text]) => [key, repairText(text)]) } : {}),
});
