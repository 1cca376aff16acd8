import { realpathSync, statSync } from "node:fs";
import type { BackupReason, BackupStatus } from "#shared/features/backups/contract.ts";
import { backsUpAtClosing, type BackupTiming } from "#shared/features/backups/timing.ts";
import type { Db } from "../../db/open.ts";
import type { Strays } from "../../db/stray-files.ts";
import type { LogError } from "../../rpc/error-log.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { createBackupMaker } from "./maker.ts";
import { watchPlace } from "./place/place-watch.ts";
import type { PurgeReport } from "./purge.ts";
import { clearHalfRestored } from "./replace-project.ts";
import type { BackupStore } from "./store.ts";

export interface BackupDeps {
  store: BackupStore;
  /** Null for hosts that open projects for a script: they make backups when they are told to. */
  timing: BackupTiming | null;
  logError: LogError;
}

/** The backups of the open project: made while it is worked on, never in the way of the work. */
export function createBackupService(
  db: Db,
  at: { path: string; projectId: string; strays: Strays },
  { store, timing, logError }: BackupDeps,
) {
  const { path, projectId } = at;
  const maker = createBackupMaker(db, at, { store, logError });
  const place = watchPlace(path, store.folderOf(projectId), at.strays);
  const closing = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  if (!db.readonly) clearHalfRestored(realpathSync(path));

  /** Nobody waits for this one, and nobody is interrupted when it fails: the status tells. */
  async function makeUnasked(reason: BackupReason): Promise<void> {
    try {
      await store.finishPurge(projectId);
    } catch (error) {
      logError(error);
    }
    if (!maker.hasChanged() && reason === "opening") await lookAtNewest();
    if (closing.signal.aborted || !maker.hasChanged()) return;
    await maker.make(reason, closing.signal).catch(() => {});
  }

  /** Once in a session: a disk that loses bits is better found out now than when the backup is needed. */
  async function lookAtNewest(): Promise<void> {
    const newest = maker.newestGood();
    try {
      if (newest && !(await store.verify(newest, closing.signal))) maker.lostNewest();
    } catch (error) {
      if (!closing.signal.aborted) logError(error);
    }
  }

  if (timing && !db.readonly) {
    const first = setTimeout(() => void makeUnasked("opening"), timing.afterOpeningMs);
    const again = setInterval(() => void makeUnasked("work"), timing.everyMs);
    timers.push(first.unref(), again.unref());
  }

  async function backUpAtClosing() {
    if (!timing || db.readonly) return;
    const bytes = statSync(path).size;
    const facts = { changed: maker.hasChanged(), bytes, lastCopy: maker.lastCopy() };
    if (backsUpAtClosing(facts, timing)) await maker.make("closing", new AbortController().signal);
  }

  return {
    /** Throws like the store; what went wrong is in the status as well. */
    make: (): Promise<StoredBackup> => maker.make("manual", closing.signal),

    status: async (): Promise<BackupStatus> => ({ ...maker.status(), ...(await place.look()) }),

    /**
     * Deletes examples for good from every backup of this project, after they were deleted from the project
     * itself. Waits for a copy that is being made. What a full disk or a crash leaves undone is done later.
     */
    purge: (exampleIds: readonly string[]): Promise<PurgeReport> =>
      store.purge(projectId, exampleIds),

    acceptPlace: () => place.accept(),

    /** Ends a copy that is being made; makes a last one when that is quick, unless `withCopy` is false. */
    async close(withCopy = true): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      closing.abort();
      await maker.settled();
      try {
        if (withCopy) await backUpAtClosing();
      } catch (error) {
        // Closing is what the user asked for; the work itself is in the file.
        logError(error);
      }
    },
  };
}
export type BackupService = ReturnType<typeof createBackupService>;
