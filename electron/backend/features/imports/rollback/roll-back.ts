import { setImmediate } from "node:timers/promises";
import { type Db, mayWrite } from "../../../db/open.ts";
import { rollbackQueries } from "./queries.ts";

/** Examples removed in one transaction. */
const SLICE = 5000;

/** Leaves nothing of an import that did not finish; lets other work through between two slices. */
export async function rollBack(db: Db, importKey: number): Promise<void> {
  const queries = rollbackQueries(db);
  let last = queries.removeSlice(importKey, 0, SLICE);
  while (last !== null) {
    await setImmediate();
    last = queries.removeSlice(importKey, last, SLICE);
  }
  queries.removeImport(importKey);
}

/** Imports that a crash cut short; called once, before anything else uses the project. */
export function rollBackUnfinished(db: Db): void {
  if (!mayWrite(db)) return;
  const queries = rollbackQueries(db);
  for (const importKey of queries.listUnfinished()) {
    let last = queries.removeSlice(importKey, 0, SLICE);
    while (last !== null) last = queries.removeSlice(importKey, last, SLICE);
    queries.removeImport(importKey);
  }
}
