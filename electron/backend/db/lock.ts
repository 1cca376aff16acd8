import { realpathSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";
import { isBusy, isNotADatabase } from "./open.ts";

export interface ProjectLock {
  release(): void;
}

/**
 * Keeps a second Tacit from writing to the same project: an exclusive transaction on a sidecar file,
 * which the operating system lets go when the process dies, however it dies. The sidecar lies beside the
 * file itself, so that another path or a link to the same project meets the same lock.
 */
export function lockProject(path: string, fileName: string): ProjectLock {
  const lockPath = `${realpathSync(path)}-lock`;
  const db = new Database(lockPath, { timeout: 0 });
  try {
    db.pragma("journal_mode = MEMORY");
    db.exec("begin exclusive");
  } catch (error) {
    db.close();
    if (isBusy(error)) throw new AppError("fileLocked", { name: fileName }, { cause: error });
    if (!isNotADatabase(error)) throw error;
    throw new AppError("fileExists", { name: `${fileName}-lock` }, { cause: error });
  }
  return {
    release() {
      if (!db.open) return;
      db.exec("rollback");
      db.close();
      rmSync(lockPath, { force: true });
    },
  };
}
