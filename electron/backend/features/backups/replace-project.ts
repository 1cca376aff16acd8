import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { lockProject } from "../../db/lock.ts";
import { asAppError } from "../../db/open.ts";
import { flushFile, flushFolder } from "../../files/flush.ts";
import type { Exchange } from "../../project-slot.ts";
import type { StoredBackup } from "./backup-folder.ts";
import type { BackupStore } from "./store.ts";

/** What SQLite keeps beside a file; of the file that was there, it must never meet the one that comes. */
const SIDECARS = ["-wal", "-shm", "-journal"] as const;

/**
 * Replaces a closed project by a backup, in one step: whoever looks, or a crash at any moment, finds the old
 * file or the new one. First the old one is kept as a backup; if that fails, nothing is changed.
 */
export async function replaceProject(what: {
  path: string;
  backup: StoredBackup;
  store: BackupStore;
}): Promise<Exchange & { kept: StoredBackup | null }> {
  const { backup, store } = what;
  const isThere = existsSync(what.path);
  const path = isThere ? realpathSync(what.path) : what.path;
  const lock = isThere ? await lockProject(path, basename(path)) : null;
  try {
    const kept = isThere ? await keepPresent(path, backup.projectId, store) : null;
    mkdirSync(dirname(path), { recursive: true });
    await putInPlace(backup.path, path);
    return {
      path: what.path,
      kept,
      takeBack: () => (kept ? putInPlace(kept.path, path) : rmSync(path, { force: true })),
    };
  } catch (error) {
    throw asAppError(error, basename(path));
  } finally {
    lock?.release();
  }
}

/** A damaged file cannot be copied with checks; then it is kept byte for byte. */
async function keepPresent(
  path: string,
  projectId: string,
  store: BackupStore,
): Promise<StoredBackup> {
  try {
    return await store.make(projectId, { path, reason: "beforeRestore" });
  } catch (error) {
    const code = error instanceof AppError ? error.code : "";
    if (code === "diskFull" || code === "cancelled") throw error;
    return store.keepAsFound(projectId, path);
  }
}

const draftOf = (path: string) => `${path}.restoring`;

/** Half a file that a crash during restoring left behind; call it while holding the project's lock. */
export const clearHalfRestored = (path: string): void => rmSync(draftOf(path), { force: true });

async function putInPlace(source: string, path: string): Promise<void> {
  const draft = draftOf(path);
  try {
    await copyFile(source, draft);
    flushFile(draft);
    for (const suffix of SIDECARS) rmSync(`${path}${suffix}`, { force: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  const log = `${source}-wal`;
  if (existsSync(log)) await copyFile(log, `${path}-wal`);
  flushFolder(dirname(path));
}
