import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import { openForReading } from "../../../db/open.ts";
import { serveWorker } from "../../../jobs/worker-side.ts";
import { type CollectedKeys, collectKeys } from "./collect-keys.ts";
import { keyQueries } from "./queries.ts";

await serveWorker<{ path: string; filter: ExampleFilter }, never, CollectedKeys>(
  ({ path, filter }, side) => {
    const db = openForReading(path);
    try {
      // One transaction, so that the whole list is of one moment.
      return db.transaction(() => collectKeys(keyQueries(db), filter, () => side.isStopped()))();
    } finally {
      db.close();
    }
  },
);
