import { nameColumns } from "#shared/features/imports/column-names.ts";
import type { ReadAs } from "#shared/features/imports/contract.ts";
import { repairText } from "#shared/features/imports/repair-text.ts";
import { shapeOf } from "./file-rows.ts";
import { createReader } from "./readers/file-layout.ts";
import { readTexts } from "./readers/file-text.ts";
import { isOpenedFormat, openTable } from "./readers/open-file.ts";
import { isRejected, type RawRow } from "./readers/raw-row.ts";
import { documentColumns } from "./readers/text/passages.ts";

/** The names of a file's own columns; records have those that are asked for. */
export async function findColumns(
  path: string,
  readAs: ReadAs,
  wanted: readonly string[],
): Promise<readonly string[]> {
  if (shapeOf(readAs) !== null || readAs.format === "json" || readAs.format === "jsonl")
    return wanted;
  if (readAs.format === "text") return documentColumns(readAs.unit ?? "line");
  if (!isOpenedFormat(readAs.format)) return findHeader(path, readAs);
  const table = await openTable(readAs.format, path, readAs);
  table.close();
  return table.columns;
}

/** The names of a delimited file's columns: its header, or their places. */
export function findHeader(path: string, readAs: ReadAs): string[] {
  const reader = createReader(readAs, []);
  for (const { text, isLast } of readTexts(path, readAs.encoding)) {
    const first = reader.push(text, isLast).find((row) => !isRejected(row)) as RawRow | undefined;
    if (!first) continue;
    const names = readAs.hasHeader ? first.cells : first.cells.map(() => "");
    const sound = names.map((name) => name.toWellFormed());
    return nameColumns(readAs.repair ? sound.map(repairText) : sound);
  }
  return [];
}
