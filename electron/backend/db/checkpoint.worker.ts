import { serveWorker } from "../jobs/worker-side.ts";
import { openForWriting } from "./open.ts";

/** Folds what it can of the write-ahead log into the file; neither readers nor the writer wait for it. */
await serveWorker<{ path: string }, never, null>(({ path }) => {
  const db = openForWriting(path);
  try {
    db.pragma("wal_checkpoint(PASSIVE)");
  } finally {
    db.close();
  }
  return null;
});
