import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { splitPaths } from "../../../files/source-path.ts";
import { listFiles } from "../sources/list-files.ts";
import { isCloudStub } from "./read-failure.ts";
import { createDecoder } from "./text-decoder.ts";

const PIECE_BYTES = 65_536;

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

const NOTHING = () => 0;

/**
 * A file's bytes in pieces; each piece is valid only until the next one is asked for. `countKept` says how
 * many bytes at the end of a piece are to come again at the beginning of the next one.
 */
export function* readPieces(
  path: string,
  countKept: (bytes: Buffer) => number = NOTHING,
): Generator<{ piece: Buffer; isLast: boolean; at: number }> {
  const file = openSync(path, "r");
  try {
    const total = fstatSync(file).size;
    // Room for a whole piece behind whatever was kept of the one before.
    const buffer = Buffer.allocUnsafe(PIECE_BYTES * 2);
    let kept = 0;
    let at = 0;
    for (;;) {
      const read = readSync(file, buffer, kept, PIECE_BYTES, at);
      at += read;
      const isLast = read === 0 || at >= total;
      const bytes = buffer.subarray(0, kept + read);
      kept = isLast ? 0 : countKept(bytes);
      yield { piece: bytes.subarray(0, bytes.length - kept), isLast, at: at - kept };
      if (isLast) return;
      buffer.copyWithin(0, bytes.length - kept, bytes.length);
    }
  } finally {
    closeSync(file);
  }
}

/** A file's text in pieces, with the byte offset reached; pieces end with a line wherever they can. */
export function* readTexts(
  path: string,
  encoding: TextEncoding,
): Generator<{ text: string; isLast: boolean; at: number }> {
  const decoder = createDecoder(encoding);
  // In UTF-16 the byte of a line break is also a half of other characters.
  const isSplittable = encoding !== "utf-16le" && encoding !== "utf-16be";
  const pieces = readPieces(path, isSplittable ? countUnfinishedLine : NOTHING);
  for (const { piece, isLast, at } of pieces)
    yield { text: decoder.decode(piece, isLast), isLast, at };
}

/** So that readers need not put lines together again, which copies all of the text once more. */
function countUnfinishedLine(bytes: Buffer): number {
  const lineEnd = bytes.lastIndexOf(0x0a);
  const unfinished = bytes.length - lineEnd - 1;
  return lineEnd === -1 || unfinished > PIECE_BYTES ? 0 : unfinished;
}
