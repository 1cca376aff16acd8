import { createHash } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { FileFacts, ReadAs, TextEncoding } from "#shared/features/imports/contract.ts";
import { createEncodingScan } from "./readers/encoding-scan.ts";
import { readPieces } from "./readers/file-text.ts";
import type { ChosenFile } from "./sources/choose-files.ts";

/** What one pass over all bytes finds out. */
export interface FileScan {
  /** Of the file; of names and contents where several are read as one; of the part that is read where there are parts. */
  sha256: string;
  /** Of all bytes, whatever part is read. */
  bytesSha256: string;
  encoding: TextEncoding;
}

export function scanFiles(
  files: readonly ChosenFile[],
  isText: boolean,
  isStopped: () => boolean,
): FileScan {
  const hash = createHash("sha256");
  const encodings = createEncodingScan();
  for (const { path, name } of files) {
    // Where one file ends and the next begins is part of what was imported.
    if (files.length > 1) hash.update(`\0${name}\0`);
    for (const { piece, isLast } of readPieces(path)) {
      if (isStopped()) throw new AppError("cancelled");
      hash.update(piece);
      if (isText) encodings.add(piece, isLast);
    }
  }
  const sha256 = hash.digest("hex");
  return { sha256, bytesSha256: sha256, encoding: isText ? encodings.guess() : "utf-8" };
}

/** Another sheet of the same workbook is another import, so it must not be taken for the same bytes. */
export function hashChoice(scan: FileScan, readAs: ReadAs, facts: FileFacts): FileScan {
  const usual = facts.sheets.find(({ isHidden }) => !isHidden) ?? facts.sheets[0];
  if (readAs.sheet === undefined || readAs.sheet === usual?.name)
    return { ...scan, sha256: scan.bytesSha256 };
  const sha256 = createHash("sha256").update(`${scan.bytesSha256}\0${readAs.sheet}`).digest("hex");
  return { ...scan, sha256 };
}
