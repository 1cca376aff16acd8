import { runWorker } from "../jobs/worker-task.ts";
import type { LogError } from "../rpc/error-log.ts";
import type { Db } from "./open.ts";

/** Pages of write-ahead log at which a commit folds the log in by itself: SQLite's default. */
const USUAL_PAGES = 1000;

/**
 * Folds a long write-ahead log in on a thread of its own. A commit that did it would keep every other
 * call waiting for seconds after a large import.
 */
export function createBackgroundCheckpoint(db: Db, path: string, logError: LogError) {
  let holds = 0;
  let running: Promise<void> | null = null;

  async function fold() {
    try {
      await runWorker<{ path: string }, never, null>("checkpoint", {
        input: { path },
        signal: new AbortController().signal,
      });
    } catch (error) {
      // The log stays longer than it need be, and closing folds it in.
      logError(error);
    }
  }

  function start(): Promise<void> {
    running ??= fold().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    /** From here on no commit folds the log in, until `release`. */
    hold() {
      holds += 1;
      db.pragma("wal_autocheckpoint = 0");
    },
    /** Folds in what has been committed so far, while writing goes on. */
    fold: () => void start(),
    /** Folds the log in, then lets commits do so again. */
    async release(): Promise<void> {
      await running;
      await start();
      holds -= 1;
      if (holds === 0 && db.open) db.pragma(`wal_autocheckpoint = ${USUAL_PAGES}`);
    },
    /** The other connection must be gone before the file can be closed. */
    close: async () => void (await running),
  };
}
export type BackgroundCheckpoint = ReturnType<typeof createBackgroundCheckpoint>;
