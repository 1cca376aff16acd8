import type { ActionName } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { longStepQueries } from "./long-step-queries.ts";

/**
 * One reversible step that is done in slices, each a transaction of its own, so that nobody waits for all of
 * it. A crash in between leaves a step that consists of exactly the slices done, and undo takes those back.
 */
export function createLongStep(db: Db, action: ActionName) {
  const queries = longStepQueries(db);
  let key: number | null = null;
  return {
    /** `act` gets the step's key, for leaving alone what newer steps have changed meanwhile. */
    slice<T>(act: (stepKey: number) => T): T {
      return db.transaction(() => {
        key ??= queries.insert(newId(), action, Date.now());
        return queries.recordInto(key, () => act(key as number));
      })();
    },
    /** Takes back what was done so far, a slice at a time, and forgets the step; resolves when nothing is left of it. */
    takeBackSlice: (): boolean =>
      key !== null && db.transaction(() => queries.takeBackSlice(key as number))(),
    /** A step that changed nothing leaves no trace. */
    end() {
      if (key !== null) db.transaction(() => queries.end(key as number))();
    },
  };
}
