import { runWorker } from "../../jobs/worker-task.ts";
import type { Measured } from "./measure-agreement.worker.ts";

/** Measures off the main thread, once for each state of the project. */
export function createMeasuring(path: string, currentRevision: () => number) {
  let closing = new AbortController();
  let kept: { revision: number; measured: Promise<Measured> } | null = null;

  return {
    /** A second call for the same state waits for the first. */
    measure(): Promise<Measured> {
      const revision = currentRevision();
      if (kept?.revision === revision) return kept.measured;
      const measured = runWorker<{ path: string }, never, Measured>("measure-agreement", {
        input: { path },
        signal: closing.signal,
      });
      kept = { revision, measured };
      measured.catch(() => {
        if (kept?.measured === measured) kept = null;
      });
      return measured;
    },

    /** Calls off what is still going on; its connection is gone when this resolves. */
    async stop(): Promise<void> {
      closing.abort();
      await kept?.measured.catch(() => {});
      closing = new AbortController();
    },
  };
}
