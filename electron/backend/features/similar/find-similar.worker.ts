import type { SimilarFound, SimilarMode } from "#shared/features/similar/contract.ts";
import { openForReading } from "../../db/open.ts";
import { serveWorker } from "../../jobs/worker-side.ts";
import { findNearest, findSimilar } from "./find-similar.ts";
import { similarQueries } from "./queries.ts";

export type SimilarTask = { path: string; exampleId: string } & (
  | { kind: "similar"; mode?: SimilarMode | undefined }
  | { kind: "nearest"; among: Int32Array; most: number }
);
export interface SimilarProgress {
  done: number;
  total: number;
}

const BETWEEN_REPORTS_MS = 100;

await serveWorker<SimilarTask, SimilarProgress, SimilarFound | number[]>((task, side) => {
  const db = openForReading(task.path);
  let toldAtMs = 0;
  const watcher = {
    isStopped: () => side.isStopped(),
    report(done: number, total: number) {
      if (performance.now() - toldAtMs < BETWEEN_REPORTS_MS) return;
      toldAtMs = performance.now();
      side.tell({ done, total });
    },
  };
  try {
    // One transaction, so that everything is of one moment.
    return db.transaction(() => {
      const queries = similarQueries(db);
      return task.kind === "similar"
        ? findSimilar(queries, task, watcher)
        : findNearest(queries, task, watcher);
    })();
  } finally {
    db.close();
  }
});
