import { AppError } from "#shared/errors/app-error.ts";
import type { CheckReport } from "#shared/features/checks/contract.ts";
import { composeReport } from "#shared/features/checks/rules.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { Inspection } from "./inspect-examples.ts";
import { checkQueries } from "./queries.ts";

/** The readiness report; it is worked out in a worker thread, so that labelling goes on meanwhile. */
export function createCheckService(db: Db, path: string) {
  const queries = checkQueries(db);
  let closing = new AbortController();
  let running: Promise<CheckReport> | null = null;

  function latest(): CheckReport | null {
    const stored = queries.findLatest();
    if (!stored) return null;
    return { ...stored.report, outdated: stored.revision !== queries.revision() };
  }

  async function check(): Promise<CheckReport> {
    // Refused before the work, not after it: the report has to be kept.
    if (!mayWrite(db)) throw new AppError("readOnly");
    const revision = queries.revision();
    const { facts, keys } = await runWorker<{ path: string }, never, Inspection>("check-examples", {
      input: { path },
      signal: closing.signal,
    });
    const report = composeReport(facts, Date.now());
    db.transaction(() => queries.save(report, revision, ({ code }) => keys[code] ?? []))();
    return { ...report, outdated: revision !== queries.revision() };
  }

  return {
    latest,

    /** A second call while a check runs waits for that one. */
    run(): Promise<CheckReport> {
      running ??= check().finally(() => {
        running = null;
      });
      return running;
    },

    /** Calls off a check that is still running, whoever waits for it. */
    async stop(): Promise<void> {
      closing.abort();
      await running?.catch(() => {});
      closing = new AbortController();
    },

    /** Ends a check that is still running; its connection must be gone before the file is closed. */
    async close(): Promise<void> {
      closing.abort();
      await running?.catch(() => {});
    },
  };
}
export type CheckService = ReturnType<typeof createCheckService>;
