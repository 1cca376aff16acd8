import { setImmediate } from "node:timers/promises";
import { type Db, mayWrite } from "../../../db/open.ts";
import { changeRemovalQueries, exampleRemovalQueries, importRemovalQueries } from "./queries.ts";

/** Examples removed in one transaction while others work on, and while nobody waits for anything else. */
const SLICE = { live: 5000, opening: 50_000 };

/** Each `next` is one transaction; a crash in between leaves an import that is still to be rolled back. */
function* removeInSlices(db: Db, importKey: number, size: number): Generator<void> {
  const changes = changeRemovalQueries(db);
  const examples = exampleRemovalQueries(db);
  while (changes.restoreSlice(importKey, size)) yield;
  let last = examples.removeSlice(importKey, 0, size);
  while (last !== null) {
    yield;
    last = examples.removeSlice(importKey, last, size);
  }
  importRemovalQueries(db).removeImport(importKey);
}

/** Leaves nothing of an import that did not finish; lets other work through between two slices. */
export async function rollBack(db: Db, importKey: number): Promise<void> {
  const slices = removeInSlices(db, importKey, SLICE.live);
  while (slices.next().done !== true) await setImmediate();
}

/** Imports that a crash cut short; called once, before anything else uses the project. */
export function rollBackUnfinished(db: Db): void {
  if (!mayWrite(db)) return;
  for (const importKey of importRemovalQueries(db).listUnfinished()) {
    const examples = exampleRemovalQueries(db);
    if (examples.isAlone(importKey)) examples.removeEverything();
    const slices = removeInSlices(db, importKey, SLICE.opening);
    while (slices.next().done !== true);
  }
}
