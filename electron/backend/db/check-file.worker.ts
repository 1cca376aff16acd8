import { serveWorker } from "../jobs/worker-side.ts";
import { listProblems } from "./health.ts";
import { openForReading } from "./open.ts";

export interface CheckFileInput {
  path: string;
}

await serveWorker<CheckFileInput, never, string[]>(({ path }) => {
  const db = openForReading(path);
  try {
    return listProblems(db, "quick");
  } finally {
    db.close();
  }
});
