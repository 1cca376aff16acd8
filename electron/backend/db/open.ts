import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";

export type Db = Database.Database;

/** "Tacit" in ASCII, shortened to the four bytes SQLite offers. */
export const APPLICATION_ID = 0x54616374;
/** Below this, two connections that checkpoint at once can corrupt a WAL database. */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
/** Bytes; SQLite itself knows no longer path, and needs room behind it for "-journal". */
const LONGEST_PATH = process.platform === "win32" ? 32_000 : 500;

export function assertSafeSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [index, least] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than 3.51.3`);
  }
}

const PAGE_BYTES = 8192;

function applySafety(db: Db): void {
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  db.pragma("foreign_keys = ON");
  db.pragma("busy_timeout = 3000");
}

/** The one connection that writes: WAL, and every commit on disk before it returns. */
export function openForWriting(path: string): Db {
  assertUsablePath(path);
  const db = new Database(path, { timeout: 3000 });
  try {
    assertSafeSqlite(db.prepare("select sqlite_version()").pluck().get() as string);
    applySafety(db);
    // Counts for new files only: fewer, larger pages make imports a third quicker than SQLite's 4 KB.
    db.pragma(`page_size = ${PAGE_BYTES}`);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("cache_size = -65536");
    db.pragma("temp_store = MEMORY");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Beside the writing connection and on its thread, for rows of an import that is rolled back as a whole if it
 * does not end: a commit does not wait for the disk, and keys are not checked, because example and answer
 * name each other, which no order of insertion could satisfy. On a connection of its own, these settings
 * need no switching to and fro, which would make every statement be prepared anew.
 */
export function openForPouring(path: string): Db {
  const db = openForWriting(path);
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = OFF");
  db.pragma("wal_autocheckpoint = 0");
  db.pragma("cache_size = -8192");
  return db;
}

/** For worker threads, and for files that may not be changed. */
export function openForReading(path: string): Db {
  assertUsablePath(path);
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 3000 });
  try {
    applySafety(db);
    db.pragma("temp_store = MEMORY");
    db.pragma("query_only = ON");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A path that SQLite would cut, or take for another one, is refused before it can open the wrong file. */
function assertUsablePath(path: string): void {
  if (Buffer.byteLength(path) > LONGEST_PATH) throw new AppError("pathTooLong");
  if (path !== path.trim()) throw new AppError("invalidInput", { detail: JSON.stringify(path) });
}

/** True while this connection may write; a failing disk or damage turns it into one that only reads. */
export const mayWrite = (db: Db): boolean =>
  !db.readonly && db.pragma("query_only", { simple: true }) === 0;

/** From now on every statement that would change something fails with `readOnly`. */
export const stopWriting = (db: Db): void => void db.pragma("query_only = ON");

/** Folds the write-ahead log in and leaves a single file behind. */
export function closeToOneFile(db: Db): void {
  if (!db.open) return;
  try {
    if (!mayWrite(db)) return;
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    // Another program reads the file: the log stays beside it, and nothing in it is lost.
    if (!isBusy(error)) throw error;
  } finally {
    db.close();
  }
}

const sqliteCode = (error: unknown): string =>
  error instanceof Database.SqliteError ? error.code : "";

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));

export const isNotADatabase = (error: unknown): boolean => sqliteCode(error) === "SQLITE_NOTADB";

/** The file, its folder or its medium does not let itself be written to. */
export const isProtected = (error: unknown): boolean =>
  /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(sqliteCode(error)) ||
  ["EACCES", "EPERM", "EROFS"].includes((error as { code?: string } | null)?.code ?? "");

export const isDiskFull = (error: unknown): boolean =>
  ["SQLITE_FULL", "ENOSPC", "EDQUOT"].includes((error as { code?: string } | null)?.code ?? "");

/** Turns failures of SQLite and of the disk into ones with a plain message; others pass through. */
export function asAppError(error: unknown, fileName: string): unknown {
  if (isDiskFull(error)) return new AppError("diskFull", {}, { cause: error });
  if ((error as { code?: string } | null)?.code === "EIO")
    return new AppError("diskFailed", {}, { cause: error });
  const code = sqliteCode(error);
  if (code === "") return error;
  const name = { name: fileName };
  if (isBusy(error)) return new AppError("fileBusy", name, { cause: error });
  if (isNotADatabase(error)) return new AppError("notATacitFile", name, { cause: error });
  if (/^SQLITE_(CORRUPT|FORMAT)/.test(code))
    return new AppError("fileDamaged", name, { cause: error });
  if (code.startsWith("SQLITE_IOERR")) return new AppError("diskFailed", {}, { cause: error });
  if (isProtected(error)) return new AppError("readOnly", {}, { cause: error });
  return error;
}
