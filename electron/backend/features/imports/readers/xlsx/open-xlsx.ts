import { statSync } from "node:fs";
import { nameColumns } from "#shared/features/imports/column-names.ts";
import type { FileFacts } from "#shared/features/imports/contract.ts";
import { guessHasHeader } from "#shared/features/imports/guess-layout.ts";
import { type Archive, openArchive } from "../zip/archive.ts";
import { noLayout, type OpenTable, type ReadChoices } from "../open-table.ts";
import { isRejected, type RawRow, type ReadRow } from "../raw-row.ts";
import { readTallMerges } from "./merged-cells.ts";
import { createNumberWriter, readStyles } from "./number-formats.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { MAX_SHEET_BYTES, readSheetRows, type SheetCounts } from "./sheet-rows.ts";
import { chooseSheet, readWorkbook, type Workbook } from "./workbook.ts";

/** Rows that decide how many columns there are; later cells beyond them are kept as fields. */
const SAMPLE_ROWS = 200;

/** Opens one sheet of a workbook. Values only: formulas show the result they were saved with, macros are never run. */
export async function openXlsx(path: string, chosen: ReadChoices): Promise<OpenTable> {
  const archive = await openArchive(path);
  try {
    return await openSheet(archive, statSync(path).size, chosen);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openSheet(archive: Archive, bytes: number, chosen: ReadChoices): Promise<OpenTable> {
  const workbook = await readWorkbook(archive);
  const sheet = chooseSheet(workbook.sheets, chosen.sheet);
  const options = {
    strings: await readSharedStrings(archive, workbook.stringsFile),
    writeNumber: createNumberWriter(
      await readStyles(archive, workbook.stylesFile),
      workbook.countsFrom1904,
    ),
    merges: await readTallMerges(archive, sheet.file, MAX_SHEET_BYTES),
  };
  const counts: SheetCounts = { formulasWithoutResult: 0 };
  const read = () => readSheetRows(archive, sheet.file, options, counts);

  const sample = await takeSample(read());
  const hasHeader = chosen.hasHeader ?? guessHasHeader(sample.slice(0, 50));
  const width = Math.max(0, ...sample.map((row) => row.length));
  const header = hasHeader ? (sample[0] ?? []) : [];
  const columns = nameColumns(Array.from({ length: width }, (_, at) => header[at] ?? ""));
  const facts = describe(workbook, options.merges.size, counts.formulasWithoutResult);
  return {
    columns,
    readAs: { ...noLayout, format: "xlsx", hasHeader, sheet: sheet.name },
    facts,
    close: () => archive.close(),
    async *rows() {
      let isHeaderLeft = hasHeader;
      for await (const { rows, share } of read()) {
        const first = isHeaderLeft ? rows.findIndex((row) => !isRejected(row)) : -1;
        if (first !== -1) {
          rows.splice(first, 1);
          isHeaderLeft = false;
        }
        yield { rows: rows.map((row) => fit(row, width)), at: Math.round(bytes * share) };
      }
    },
  };
}

async function takeSample(rows: AsyncGenerator<{ rows: ReadRow[] }>): Promise<string[][]> {
  const sample: string[][] = [];
  for await (const { rows: read } of rows) {
    for (const row of read) if (!isRejected(row)) sample.push(row.cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return sample.slice(0, SAMPLE_ROWS);
}

/** Sheets leave out empty cells at the end of a row; cells beyond the columns are kept by their place. */
function fit(row: ReadRow, width: number): ReadRow {
  if (isRejected(row)) return row;
  const { lineNumber } = row;
  const cells: string[] = Array.from({ length: width }, (_, at) => row.cells[at] ?? "");
  const others = row.cells
    .slice(width)
    .flatMap((cell, at): [string, string][] => (cell ? [[`column ${width + at + 1}`, cell]] : []));
  const fitted: RawRow = { lineNumber, cells };
  return others.length > 0 ? { ...fitted, others } : fitted;
}

function describe(workbook: Workbook, tallMerges: number, formulasWithoutResult: number) {
  const hidden = workbook.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const notes: FileFacts["notes"] = [];
  if (hidden.length > 0)
    notes.push({ code: "hiddenSheets", count: hidden.length, names: hidden.join(", ") });
  if (workbook.hasMacros) notes.push({ code: "macrosIgnored", count: 1, names: "" });
  if (tallMerges > 0) notes.push({ code: "mergedCells", count: tallMerges, names: "" });
  if (formulasWithoutResult > 0)
    notes.push({ code: "formulasWithoutResult", count: formulasWithoutResult, names: "" });
  return { sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })), notes };
}
