import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { basename } from "node:path";

/** Byte of the header that says how changes are written: 1 straight to the file, 2 to a log beside it. */
const WRITE_VERSION_AT = 18;
const IN_FILE = 1;
const TO_A_LOG = 2;
/** A program that ended in the middle of a change wrote both files within this many milliseconds. */
const SAME_TIME_MS = 60 * 60 * 1000;

export interface Strays {
  /** New names of what was put aside. */
  setAside: string[];
  /** The file was taken while it was open, and its log, which may hold the latest changes, was left behind. */
  logMissing: boolean;
}

/**
 * Puts aside what lies beside a project and would be mixed into it on opening although it is of another
 * time: a sync program or a hurried copy brought one file and not the other. Nothing is deleted. A file
 * that another Tacit has open is left alone, and so is what a crash left behind: the file itself says that
 * its log belongs to it, and a journal is as old as the change it belongs to.
 */
export function setStraysAside(path: string): Strays {
  const version = writeVersionOf(path);
  if (version === null) return { setAside: [], logMissing: false };
  // On closing, the log is gone before the file says so; a log beside a closed file is another's.
  const log = version === IN_FILE ? putAside(`${path}-wal`) : [];
  if (log.length > 0) putAside(`${path}-shm`);
  const journal = isOfAnotherTime(path, `${path}-journal`) ? putAside(`${path}-journal`) : [];
  return {
    setAside: [...log, ...journal],
    logMissing: version === TO_A_LOG && !existsSync(`${path}-wal`),
  };
}

function isOfAnotherTime(path: string, other: string): boolean {
  const changedMs = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return existsSync(other) && Math.abs(changedMs(path) - changedMs(other)) > SAME_TIME_MS;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function putAside(path: string): string[] {
  if (sizeOf(path) === 0) return [];
  for (let number = 1; ; number += 1) {
    const kept = `${path}.set-aside-${number}`;
    if (existsSync(kept)) continue;
    renameSync(path, kept);
    return [basename(kept)];
  }
}

/** Null for what is no SQLite file. */
function writeVersionOf(path: string): number | null {
  try {
    const file = openSync(path, "r");
    try {
      const header = Buffer.alloc(100);
      const bytes = readSync(file, header, 0, header.length, 0);
      const isSqlite = header.toString("latin1", 0, 15) === "SQLite format 3";
      return bytes === header.length && isSqlite ? (header[WRITE_VERSION_AT] ?? null) : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
