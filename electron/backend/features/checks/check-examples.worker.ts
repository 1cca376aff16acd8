import { AppError } from "#shared/errors/app-error.ts";
import { openForReading } from "../../db/open.ts";
import { serveWorker } from "../../jobs/worker-side.ts";
import { type Inspection, inspectExamples } from "./inspect-examples.ts";

await serveWorker<{ path: string }, never, Inspection>(({ path }, side) => {
  const db = openForReading(path);
  try {
    // One transaction, so that every count sees the same moment.
    const inspection = db.transaction(() => inspectExamples(db, () => side.isStopped()))();
    if (!inspection) throw new AppError("cancelled");
    return inspection;
  } finally {
    db.close();
  }
});
