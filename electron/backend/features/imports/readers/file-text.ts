import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { splitPaths } from "../../../files/source-path.ts";
import { listFiles } from "../sources/list-files.ts";
import { isCloudStub } from "./read-failure.ts";
import { createDecoder } from "./text-decoder.ts";

const PIECE_BYTES = 262_144;

export interface FileStamp {
  bytes: number;
  modifiedAtMs: number;
}

export const isSameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.bytes === b.bytes && a.modifiedAtMs === b.modifiedAtMs;

/**
 * Size and time of what can be imported: a file, or all files of a folder together. Pipes, devices, empty
 * files and files that only a cloud drive has are refused.
 */
export function stampFile(path: string, fileName = basename(path)): FileStamp {
  let files;
  try {
    const [only = ""] = splitPaths(path);
    if (isCloudStub(basename(only))) throw new AppError("fileNotHere", { name: fileName });
    const isOne = splitPaths(path).length === 1;
    if (isOne && !statSync(only).isFile() && !statSync(only).isDirectory())
      throw new AppError("notAFile", { name: fileName });
    files = listFiles(path).files;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new AppError(isMissing ? "fileMissing" : "notAFile", { name: fileName }, { cause });
  }
  if (files.length === 0) throw new AppError("notAFile", { name: fileName });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes === 0) throw new AppError("fileEmpty", { name: fileName });
  return { bytes, modifiedAtMs: Math.max(...files.map(({ modifiedAtMs }) => modifiedAtMs)) };
}

/** A file's bytes in pieces; each piece is valid only until the next one is asked for. */
export function* readPieces(
  path: string,
): Generator<{ piece: Buffer; isLast: boolean; at: number }> {
  const file = openSync(path, "r");
  try {
    const total = fstatSync(file).size;
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    let at = 0;
    for (;;) {
      const read = readSync(file, buffer, 0, PIECE_BYTES, at);
      at += read;
      const isLast = read === 0 || at >= total;
      yield { piece: buffer.subarray(0, read), isLast, at };
      if (isLast) return;
    }
  } finally {
    closeSync(file);
  }
}

/** A file's text in pieces, with the byte offset reached. */
export function* readTexts(
  path: string,
  encoding: TextEncoding,
): Generator<{ text: string; isLast: boolean; at: number }> {
  const decoder = createDecoder(encoding);
  for (const { piece, isLast, at } of readPieces(path))
    yield { text: decoder.decode(piece, isLast), isLast, at };
}
