import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { concernsIndexesOnly, listProblems } from "./health.ts";
import { closeToOneFile, type Db, openForReading, openForWriting } from "./open.ts";

/**
 * Rebuilds damaged indexes and search tables from their rows, which are whole; true when the file is sound
 * again. Where rows themselves are damaged nothing is changed. The lock of the project must be held.
 */
export function mend(path: string): boolean {
  return rebuildInPlace(path) || rebuildAsNewFile(path);
}

function withDb<Result>(db: Db, act: (db: Db) => Result): Result {
  try {
    return act(db);
  } finally {
    closeToOneFile(db);
  }
}

const isIndexTrouble = (db: Db): boolean =>
  concernsIndexesOnly(db, listProblems(db, "whole"));

/** Kept only if everything is sound afterwards. */
function rebuildInPlace(path: string): boolean {
  return withDb(openForWriting(path), (db) => {
    if (!isIndexTrouble(db)) return false;
    db.exec("begin immediate");
    try {
      rebuild(db);
      if (listProblems(db, "whole").length > 0) throw new Error("rebuilding was not enough");
      db.exec("commit");
      return true;
    } catch {
      if (db.inTransaction) db.exec("rollback");
      return false;
    }
  });
}

function rebuild(db: Db): void {
  db.exec("reindex");
  const searchTables = db
    .prepare<[], string>("select name from sqlite_schema where sql like 'create virtual table%fts5%'")
    .pluck()
    .all();
  for (const name of searchTables)
    db.exec(`insert into "${name}"("${name}") values ('rebuild')`);
}

/**
 * Where the pages of an index are beyond use, the rows are copied to a new file, which makes its indexes
 * anew and takes the old one's place; the damaged one stays among the backups.
 */
function rebuildAsNewFile(linked: string): boolean {
  const path = realpathSync(linked);
  const draft = `${path}.part`;
  rmSync(draft, { force: true });
  try {
    const old = openForReading(path);
    try {
      if (!isIndexTrouble(old)) return false;
      old.prepare("vacuum into ?").run(draft);
    } finally {
      old.close();
    }
    const isSound = withDb(openForWriting(draft), (db) => {
      rebuild(db);
      return listProblems(db, "whole").length === 0;
    });
    if (!isSound) return false;
    keepDamaged(path);
    renameSync(draft, path);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function keepDamaged(path: string): void {
  const folder = join(dirname(path), ".tacit-backups");
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const kept = join(folder, `${basename(path, ".tacit")}-damaged-${number}.tacit`);
    if (existsSync(kept)) continue;
    try {
      linkSync(path, kept);
    } catch {
      // Not every file system knows links.
      copyFileSync(path, kept);
    }
    return;
  }
}
