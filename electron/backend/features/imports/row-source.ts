import type { ReadAs } from "#shared/features/imports/contract.ts";
import { readRows, type RowPieces } from "./file-rows.ts";
import { chooseFiles, type ChosenFile } from "./sources/choose-files.ts";
import { readManyFiles } from "./sources/read-many.ts";

/** The rows below the header, piece by piece; `path` may stand for a folder or for several files. */
export function createRowSource(
  path: string,
  readAs: ReadAs,
  columns: readonly string[],
): RowPieces {
  const { files, isMany, extraColumns } = chooseFiles(path, readAs);
  if (isMany) return readManyFiles(files, extraColumns, readAs, columns);
  const [file] = files as [ChosenFile];
  return readRows(file.path, readAs, columns);
}
