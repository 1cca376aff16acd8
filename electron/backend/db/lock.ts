import { realpathSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";
import { isBusy, isNotADatabase, isProtected } from "./open.ts";

export interface ProjectLock {
  release(): void;
}

/** A Tacit that is just closing, or a program that looks at every new file, lets go within this. */
const TRIES = 5;
const PAUSE_MS = 150;

/**
 * Keeps a second Tacit from writing to the same project: an exclusive transaction on a sidecar file,
 * which the operating system lets go when the process dies, however it dies. The sidecar lies beside the
 * file itself, so that another path or a link to the same project meets the same lock. Null where nothing
 * may be written beside the file: then nobody can write to the file itself either.
 */
export async function lockProject(path: string, fileName: string): Promise<ProjectLock | null> {
  for (let tried = 1; ; tried += 1) {
    try {
      return tryToLock(path, fileName);
    } catch (error) {
      if (isProtected(error)) return null;
      if (!isBusy(error)) throw error;
      if (tried === TRIES) throw new AppError("fileLocked", { name: fileName }, { cause: error });
      await setTimeout(PAUSE_MS);
    }
  }
}

function tryToLock(path: string, fileName: string): ProjectLock {
  const lockPath = `${realpathSync(path)}-lock`;
  const db = new Database(lockPath, { timeout: 0 });
  try {
    db.pragma("journal_mode = MEMORY");
    db.exec("begin exclusive");
  } catch (error) {
    db.close();
    if (!isNotADatabase(error)) throw error;
    throw new AppError("fileExists", { name: `${fileName}-lock` }, { cause: error });
  }
  return {
    release() {
      if (!db.open) return;
      try {
        db.exec("rollback");
      } finally {
        db.close();
        removeQuietly(lockPath);
      }
    },
  };
}

/** A medium that is gone takes its sidecar along; what stays is no lock once nobody holds it. */
function removeQuietly(lockPath: string): void {
  try {
    rmSync(lockPath, { force: true });
  } catch {
    // Left behind, and harmless.
  }
}
