import { createHash } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import { nameColumns } from "#shared/features/imports/column-names.ts";
import type {
  ReadAs,
  RejectedRow,
  SampleSigns,
  TextEncoding,
} from "#shared/features/imports/contract.ts";
import { repairText } from "#shared/features/imports/repair-text.ts";
import { repairRow } from "./fit-rows.ts";
import { createRowSource } from "./row-source.ts";
import { createEncodingScan } from "./readers/encoding-scan.ts";
import { createReader, guessReadAs, isBinary } from "./readers/file-layout.ts";
import { readPieces, readTexts } from "./readers/file-text.ts";
import { isRejected, type RawRow } from "./readers/raw-row.ts";
import { findSigns } from "./sample-signs.ts";

/** What one pass over all bytes finds out. */
export interface FileScan {
  sha256: string;
  encoding: TextEncoding;
}

export interface InspectTask {
  path: string;
  fileName: string;
  readAs: Partial<ReadAs>;
  /** A scan of the same bytes made before. */
  scan: FileScan | null;
}

/** A file as it would be read. */
export interface Inspection {
  scan: FileScan;
  readAs: ReadAs;
  columns: string[];
  /** The first rows; cells in the order of the columns. */
  rows: string[][];
  rejects: RejectedRow[];
  signs: SampleSigns;
}

/** Rows looked at for guessing; JSON columns that none of them shows become fields. */
const SAMPLE_ROWS = 200;
/** Text looked at for telling the format. */
const HEAD_CHARACTERS = 1_000_000;

/** Hashes a file, tells how it is written and reads its first rows. */
export function inspectFile(task: InspectTask, isStopped: () => boolean): Inspection {
  const scan = task.scan ?? scanFile(task, isStopped);
  const encoding = task.readAs.encoding ?? scan.encoding;
  const head = readHead(task.path, encoding);
  const readAs = guessReadAs(task.fileName, encoding, head, task.readAs);
  const { columns, rows, rejects, signs } = readSample(task.path, readAs);
  if (columns.length === 0 && rejects.length === 0)
    throw new AppError("nothingReadable", { name: task.fileName });
  return { scan, readAs, columns, rows, rejects, signs };
}

function scanFile(task: InspectTask, isStopped: () => boolean): FileScan {
  const hash = createHash("sha256");
  const encodings = createEncodingScan();
  let isFirst = true;
  for (const { piece, isLast } of readPieces(task.path)) {
    if (isFirst && isBinary(piece))
      throw new AppError("unsupportedFormat", { name: task.fileName });
    if (isStopped()) throw new AppError("cancelled");
    isFirst = false;
    hash.update(piece);
    encodings.add(piece, isLast);
  }
  return { sha256: hash.digest("hex"), encoding: encodings.guess() };
}

function readHead(path: string, encoding: TextEncoding): { text: string; isWhole: boolean } {
  let head = "";
  for (const { text, isLast } of readTexts(path, encoding)) {
    head += text;
    if (isLast) return { text: head, isWhole: true };
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return { text: head, isWhole: false };
}

function readSample(path: string, readAs: ReadAs) {
  if (readAs.format === "json" || readAs.format === "jsonl") {
    const { rows, rejects, signs } = takeRows(path, readAs, []);
    const columns = [...new Set(rows.flatMap((row) => (row.others ?? []).map(([key]) => key)))];
    const ordered = rows.map((row) => {
      const values = new Map(row.others);
      return columns.map((name) => values.get(name) ?? "");
    });
    return { columns, rows: ordered, rejects, signs };
  }
  const columns = findColumns(path, readAs);
  const { rows, rejects, signs } = takeRows(path, readAs, columns);
  return { columns, rows: rows.map(({ cells }) => cells), rejects, signs };
}

/** The names of a delimited file's columns: its header, or their places. */
function findColumns(path: string, readAs: ReadAs): string[] {
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

/** The first rows. They are read as they stand, so that damage shows, and mended afterwards. */
function takeRows(path: string, readAs: ReadAs, columns: string[]) {
  const { rows, rejects } = readFirstRows(path, { ...readAs, repair: false }, columns);
  const signs = findSigns(rows, rejects);
  return { rows: readAs.repair ? rows.map(repairRow) : rows, rejects, signs };
}

function readFirstRows(path: string, readAs: ReadAs, columns: string[]) {
  const rows: RawRow[] = [];
  const rejects: RejectedRow[] = [];
  for (const { rows: read } of createRowSource(path, readAs, columns)) {
    for (const row of read) {
      if (isRejected(row)) rejects.push(row);
      else rows.push(row);
      if (rows.length + rejects.length >= SAMPLE_ROWS) return { rows, rejects };
    }
  }
  return { rows, rejects };
}
