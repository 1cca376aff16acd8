import { setImmediate } from "node:timers/promises";
import { type Db, mayWrite } from "../../../db/open.ts";
import { rollbackQueries } from "./queries.ts";

/** Examples removed in one transaction while others work on, and while nobody waits for anything else. */
const SLICE = { live: 5000, opening: 50_000 };

/** Each `next` is one transaction; a crash in between leaves an import that is still to be rolled back. */
function* slices(
  queries: ReturnType<typeof rollbackQueries>,
  importKey: number,
  size: number,
): Generator<void> {
  while (queries.restoreSlice(importKey, size)) yield;
  let last = queries.removeSlice(importKey, 0, size);
  while (last !== null) {
    yield;
    last = queries.removeSlice(importKey, last, size);
  }
  queries.removeImport(importKey);
}

/** Leaves nothing of an import that did not finish; lets other work through between two slices. */
export async function rollBack(db: Db, importKey: number): Promise<void> {
  for (const _slice of slices(rollbackQueries(db), importKey, SLICE.live)) await setImmediate();
}

/** Imports that a crash cut short; called once, before anything else uses the project. */
export function rollBackUnfinished(db: Db): void {
  if (!mayWrite(db)) return;
  const queries = rollbackQueries(db);
  for (const importKey of queries.listUnfinished()) {
    if (queries.isAlone(importKey)) queries.removeEverything();
    for (const _slice of slices(queries, importKey, SLICE.opening));
  }
}
