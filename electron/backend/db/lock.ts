import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";

export interface ProjectLock {
  release(): void;
}

/**
 * Keeps a second Tacit from writing to the same project: an exclusive transaction on a sidecar file,
 * which the operating system lets go when the process dies, however it dies.
 */
export function lockProject(path: string, fileName: string): ProjectLock {
  const lockPath = `${path}-lock`;
  const db = new Database(lockPath, { timeout: 0 });
  try {
    db.pragma("journal_mode = MEMORY");
    db.exec("begin exclusive");
  } catch (error) {
    db.close();
    throw new AppError("fileLocked", { name: fileName }, { cause: error });
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
