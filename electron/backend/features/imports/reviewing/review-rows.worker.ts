import { openForReading } from "../../../db/open.ts";
import { serveWorker } from "../../../jobs/worker-side.ts";
import type { ReadTask } from "../read-rows.worker.ts";
import { type Counted, reviewRows } from "./review-rows.ts";

export interface ReviewInput {
  task: ReadTask;
  /** The project, read only. */
  projectPath: string;
}

/** At most ten messages a second. */
const REPORT_EVERY_MS = 100;

await serveWorker<ReviewInput, number, Counted | null>(async ({ task, projectPath }, side) => {
  const db = openForReading(projectPath);
  let reportedMs = performance.now();
  const report = async (bytesRead: number) => {
    if (performance.now() - reportedMs < REPORT_EVERY_MS) return;
    reportedMs = performance.now();
    await side.send(bytesRead);
  };
  try {
    return await reviewRows(db, task, { isStopped: () => side.isStopped(), report });
  } finally {
    db.close();
  }
});
