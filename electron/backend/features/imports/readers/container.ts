import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { FileFormat } from "#shared/features/imports/contract.ts";
import { isBinary } from "./file-layout.ts";
import { readPieces } from "./file-text.ts";
import { type Archive, openArchive } from "./zip/archive.ts";

const HEAD_BYTES = 1024;
/** Marks of the compound file that Office wrote until 2007, and in which it wraps what has a password. */
const COMPOUND_FILE = "d0cf11e0a1b11ae1";

/**
 * What a file really is, whatever its name says; null for text. Throws for files that nothing here can read,
 * each with its own reason.
 */
export async function detectContainer(path: string, name: string): Promise<FileFormat | null> {
  const { head, tail } = readEnds(path);
  if (
    head
      .toString("latin1")
      .replace(/^(\u00EF\u00BB\u00BF)?\s*/, "")
      .startsWith("%PDF-")
  )
    return "pdf";
  const marks = [head, tail].map((end) => end.toString("latin1"));
  if (marks[0]?.startsWith("PAR1") && marks[1]?.endsWith("PAR1")) return "parquet";
  if (marks[0]?.startsWith("PARE") && marks[1]?.endsWith("PARE"))
    throw new AppError("passwordProtected", { name });
  if (head.toString("hex").startsWith(COMPOUND_FILE)) throw explainCompoundFile(path, name);
  if (/^504b(0304|0506)/.test(head.toString("hex"))) return detectZip(path, name);
  if (isBinary(head)) throw new AppError("unsupportedFormat", { name });
  if (/^\.(parquet|pdf|xlsx|xlsm|docx|docm)$/i.test(extname(name)) && head.includes(0))
    throw new AppError("fileUnreadable", { name });
  return null;
}

function readEnds(path: string): { head: Buffer; tail: Buffer } {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const read = (from: number) => {
      const bytes = Buffer.alloc(HEAD_BYTES);
      return bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, from));
    };
    return { head: read(0), tail: read(Math.max(0, size - HEAD_BYTES)) };
  } finally {
    closeSync(file);
  }
}

async function detectZip(path: string, name: string): Promise<FileFormat> {
  let archive: Archive;
  try {
    archive = await openArchive(path);
  } catch (cause) {
    const isOffice = /^\.(xlsx|xlsm|docx|docm)$/i.test(extname(name));
    throw new AppError(isOffice ? "fileUnreadable" : "unsupportedFormat", { name }, { cause });
  }
  try {
    if (archive.has("xl/workbook.xml")) return "xlsx";
    if (archive.has("word/document.xml")) return "docx";
    if (archive.has("xl/workbook.bin")) throw new AppError("oldOfficeFile", { name });
    throw new AppError("unsupportedFormat", { name });
  } finally {
    archive.close();
  }
}

function explainCompoundFile(path: string, name: string): AppError {
  const inside = { EncryptedPackage: false, Workbook: false, Book: false, WordDocument: false };
  const parts = Object.keys(inside) as (keyof typeof inside)[];
  let before = "";
  for (const { piece } of readPieces(path)) {
    // Names inside are UTF-16; a name is never longer than 31 characters.
    const text = before + piece.toString("latin1");
    for (const part of parts)
      if (text.includes(Buffer.from(part, "utf16le").toString("latin1"))) inside[part] = true;
    if (inside.EncryptedPackage) return new AppError("passwordProtected", { name });
    before = text.slice(-64);
  }
  const isOffice = inside.Workbook || inside.Book || inside.WordDocument;
  return new AppError(isOffice ? "oldOfficeFile" : "unsupportedFormat", { name });
}
