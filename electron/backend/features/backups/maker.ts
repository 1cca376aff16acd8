import { AppError } from "#shared/errors/app-error.ts";
import type {
  BackupFailure,
  BackupReason,
  BackupStatus,
} from "#shared/features/backups/contract.ts";
import { asAppError, type Db } from "../../db/open.ts";
import { fingerprintOf } from "../../db/project-facts.ts";
import type { LogError } from "../../rpc/error-log.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { isOfThisFile } from "./origin.ts";
import { changeQueries } from "./queries.ts";
import type { BackupStore } from "./store.ts";

/** Makes backups of the open project, one at a time, and remembers how that went. */
export function createBackupMaker(
  db: Db,
  at: { path: string; projectId: string },
  { store, logError }: { store: BackupStore; logError: LogError },
) {
  const { path, projectId } = at;
  const changes = changeQueries(db);
  let running: Promise<StoredBackup> | null = null;
  let progress: BackupStatus["running"] = null;
  let failure: BackupFailure | null = null;
  let lastCopy: { bytes: number; tookMs: number } | null = null;
  /** Rows changed on this connection when the newest backup was begun; null when that one is older. */
  let changesAtBackup: number | null = null;

  const newestGood = () =>
    store
      .list(projectId)
      .find(({ state, record }) => state === "good" && record && isOfThisFile(record.path, path));
  if (newestGood()?.record?.fingerprint === fingerprintOf(db)) changesAtBackup = changes.total();

  async function copy(reason: BackupReason, signal: AbortSignal): Promise<StoredBackup> {
    const changesBefore = changes.total();
    const startedMs = performance.now();
    progress = { done: 0, total: 0 };
    const onProgress = (now: typeof progress) => {
      progress = now;
    };
    try {
      const made = await store.make(projectId, { path, reason, signal, onProgress });
      changesAtBackup = changesBefore;
      lastCopy = { bytes: made.bytes, tookMs: performance.now() - startedMs };
      failure = null;
      return made;
    } catch (thrown) {
      if (!signal.aborted) noteFailure(thrown);
      throw thrown;
    } finally {
      progress = null;
      running = null;
    }
  }

  function noteFailure(thrown: unknown) {
    const error = asAppError(thrown, "");
    const known = error instanceof AppError ? error : new AppError("unexpected");
    if (known !== error || known.cause !== undefined) logError(thrown);
    failure = { code: known.code, params: known.params, atMs: Date.now() };
  }

  return {
    /** A second call while a copy is being made waits for that one. */
    make(reason: BackupReason, signal: AbortSignal): Promise<StoredBackup> {
      running ??= copy(reason, signal);
      return running;
    },
    /** Resolves when no copy is being made, however it ended. */
    settled: async () => void (await running?.catch(() => {})),
    newestGood,
    /** The newest backup turned out damaged: the present state has none. */
    lostNewest() {
      changesAtBackup = null;
    },
    hasChanged: () => changes.total() !== changesAtBackup,
    lastCopy: () => lastCopy,
    status: () => ({
      running: progress,
      lastMadeAtMs: newestGood()?.record?.madeAtMs ?? null,
      behind: changes.total() !== changesAtBackup,
      failure,
    }),
  };
}
