import { statSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type {
  BackupFailure,
  BackupReason,
  BackupStatus,
} from "#shared/features/backups/contract.ts";
import type { Place } from "#shared/features/backups/place.ts";
import { backsUpAtClosing, type BackupTiming } from "#shared/features/backups/timing.ts";
import { asAppError, type Db } from "../../db/open.ts";
import { fingerprintOf } from "../../db/project-facts.ts";
import type { Strays } from "../../db/stray-files.ts";
import type { LogError } from "../../rpc/error-log.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { isSameFile } from "./describe-backup.ts";
import { acceptedPlace } from "./place/accepted-place.ts";
import { listConflictedCopies } from "./place/list-conflicted.ts";
import { findUnsafePlaceOf } from "./place/look-around.ts";
import { changeQueries } from "./queries.ts";
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
  const changes = changeQueries(db);
  const closing = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let place: Promise<Place | null> | null = null;
  let running: Promise<StoredBackup> | null = null;
  let progress: BackupStatus["running"] = null;
  let failure: BackupFailure | null = null;
  let lastCopy: { bytes: number; tookMs: number } | null = null;

  const newestGood = () =>
    store
      .list(projectId)
      .find(({ state, record }) => state === "good" && record && isSameFile(record.path, path));

  /** Rows changed on this connection when the newest backup was begun; null when that one is older. */
  let changesAtBackup =
    newestGood()?.record?.fingerprint === fingerprintOf(db) ? changes.total() : null;

  const hasChanged = () => changes.total() !== changesAtBackup;

  async function copy(reason: BackupReason, signal: AbortSignal): Promise<StoredBackup> {
    const changesBefore = changes.total();
    const startedMs = performance.now();
    try {
      const made = await store.make(projectId, {
        path,
        reason,
        signal,
        onProgress: (now) => {
          progress = now;
        },
      });
      changesAtBackup = changesBefore;
      lastCopy = { bytes: made.bytes, tookMs: performance.now() - startedMs };
      failure = null;
      return made;
    } catch (thrown) {
      if (!signal.aborted) failure = toFailure(thrown);
      throw thrown;
    } finally {
      progress = null;
      running = null;
    }
  }

  function toFailure(thrown: unknown): BackupFailure {
    const error = asAppError(thrown, "");
    if (!(error instanceof AppError) || error.cause !== undefined) logError(thrown);
    const known = error instanceof AppError ? error : new AppError("unexpected");
    return { code: known.code, params: known.params, atMs: Date.now() };
  }

  /** A second call while a copy is being made waits for that one. */
  function make(reason: BackupReason): Promise<StoredBackup> {
    if (!running) {
      progress = { done: 0, total: 0 };
      running = copy(reason, closing.signal);
    }
    return running;
  }

  /** Nobody waits for this one; what goes wrong is shown with the status. */
  async function makeUnasked(reason: BackupReason): Promise<void> {
    try {
      await store.finishPurge(projectId);
      if (hasChanged()) await make(reason);
    } catch (error) {
      if (closing.signal.aborted) return;
      // A failure of the copy itself is in the status already.
      failure ??= toFailure(error);
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
    if (!backsUpAtClosing({ changed: hasChanged(), bytes, lastCopy }, timing)) return;
    await copy("closing", new AbortController().signal);
  }

  return {
    make: (): Promise<StoredBackup> => make("manual"),

    async status(): Promise<BackupStatus> {
      place ??= findUnsafePlaceOf(dirname(path));
      const unsafePlace = await place;
      const isAccepted = acceptedPlace(store.folderOf(projectId)).is(dirname(path));
      return {
        running: progress,
        lastMadeAtMs: newestGood()?.record?.madeAtMs ?? null,
        behind: hasChanged(),
        failure,
        unsafePlace: isAccepted ? null : unsafePlace,
        conflictedCopies: listConflictedCopies(path),
        ...at.strays,
      };
    },

    acceptPlace: () => acceptedPlace(store.folderOf(projectId)).set(dirname(path)),

    /** Ends a copy that is being made; makes a last one when that is quick and `withCopy` does not say no. */
    async close(withCopy = true): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      closing.abort();
      await running?.catch(() => {});
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
