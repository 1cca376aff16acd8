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
  row(example: FrozenExample): string;
  /** Cells given an apostrophe so far. */
  escapedCells(): number;
}

const BYTE_ORDER_MARK = "\ufeff";

const unescaped = (head: string, row: RowText["row"]): RowText => ({
  head,
  row,
  escapedCells: () => 0,
});

function chatText(version: DatasetVersion): RowText {
  return unescaped("", (example) => {
    const row = chatRow(version, example);
    if (row === null) throw new AppError("taskTypeNotSupported");
    return jsonLine(row);
  });
}

function csvText(version: DatasetVersion): RowText {
  const columns = columnsOf(version.taskType);
  const line = (cells: readonly string[]) => `${Papa.unparse([cells], { newline: "\n" })}\n`;
  return unescaped(line(columns), (example) => line(csvCells(example, columns).map(portableText)));
}

function spreadsheetText(version: DatasetVersion): RowText {
  const columns = columnsOf(version.taskType);
  let escaped = 0;
  const line = (cells: readonly string[]) =>
    `${Papa.unparse([cells], {
      newline: "\r\n",
      // A cell that got an apostrophe is quoted as well, so that no reader strips or splits it.
      quotes: (cell: unknown) => typeof cell === "string" && cell.startsWith("'"),
    })}\r\n`;
  return {
    head: `${BYTE_ORDER_MARK}${line(columns)}`,
    row(example) {
      const cells = csvCells(example, columns).map(portableText);
      escaped += cells.filter(isRisky).length;
      return line(cells.map(spreadsheetCell));
    },
    escapedCells: () => escaped,
  };
}

/** The writer of a format for the rows of one version. */
export function createRowText(format: HandoffFormat, version: DatasetVersion): RowText {
  if (format === "openai-chat") return chatText(version);
  if (format === "csv") return csvText(version);
  if (format === "csv-excel") return spreadsheetText(version);
  return unescaped("", (example) => jsonLine(plainRow(example)));
}
