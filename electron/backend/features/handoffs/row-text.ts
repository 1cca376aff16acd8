import Papa from "papaparse";
import { AppError } from "#shared/errors/app-error.ts";
import type { HandoffFormat } from "#shared/features/handoffs/contract.ts";
import { chatRow, columnsOf, csvCells, plainRow } from "#shared/features/handoffs/handoff-rows.ts";
import { jsonLine, portableText } from "#shared/features/handoffs/portable-text.ts";
import { isRisky, spreadsheetCell } from "#shared/features/handoffs/spreadsheet-cell.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";

/** Turns rows into the text of one format. */
export interface RowText {
  head: string;
  rows(examples: readonly FrozenExample[]): string;
  /** Cells given an apostrophe so far. */
  escapedCells(): number;
}

const BYTE_ORDER_MARK = "\ufeff";

const jsonLines = (toRow: (example: FrozenExample) => unknown): RowText => ({
  head: "",
  rows: (examples) => examples.map((example) => jsonLine(toRow(example))).join(""),
  escapedCells: () => 0,
});

const toChatRow = (version: DatasetVersion) => (example: FrozenExample) => {
  const row = chatRow(version, example);
  if (row === null) throw new AppError("taskTypeNotSupported");
  return row;
};

function csvText(version: DatasetVersion): RowText {
  const columns = columnsOf(version.taskType);
  const lines = (cells: string[][]) => `${Papa.unparse(cells, { newline: "\n" })}\n`;
  return {
    head: lines([columns]),
    rows: (examples) => lines(examples.map((each) => csvCells(each, columns).map(portableText))),
    escapedCells: () => 0,
  };
}

function spreadsheetText(version: DatasetVersion): RowText {
  const columns = columnsOf(version.taskType);
  let escaped = 0;
  const toCell = (text: string) => {
    const cell = portableText(text);
    if (isRisky(cell)) escaped += 1;
    return spreadsheetCell(cell);
  };
  const lines = (cells: string[][]) =>
    `${Papa.unparse(cells, {
      newline: "\r\n",
      // A cell that got an apostrophe is quoted as well, so that no reader strips or splits it.
      quotes: (cell: unknown) => typeof cell === "string" && cell.startsWith("'"),
    })}\r\n`;
  return {
    head: `${BYTE_ORDER_MARK}${lines([columns])}`,
    rows: (examples) => lines(examples.map((each) => csvCells(each, columns).map(toCell))),
    escapedCells: () => escaped,
  };
}

/** The writer of a format for the rows of one version. */
export function createRowText(format: HandoffFormat, version: DatasetVersion): RowText {
  if (format === "openai-chat") return jsonLines(toChatRow(version));
  if (format === "csv") return csvText(version);
  if (format === "csv-excel") return spreadsheetText(version);
  return jsonLines(plainRow);
}
