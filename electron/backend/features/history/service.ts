import type { ActionName, HistoryState, Step } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { historyQueries, installRecorder } from "./queries.ts";

/** Undo and redo over every recorded action; both survive a restart because steps live in the project. */
export function createHistoryService(db: Db) {
  installRecorder(db);
  const queries = historyQueries(db);

  return {
    /** Runs an action as one transaction and one reversible step. */
    record<T>(action: ActionName, exampleId: string | null, act: () => T): T {
      return db.transaction(() => {
        const key = queries.beginStep(newId(), action, exampleId, Date.now());
        const result = act();
        queries.endStep(key);
        return result;
      })();
    },

    state(): HistoryState {
      const done = queries.lastDone();
      const undone = queries.firstUndone();
      return {
        undo: done ? queries.toStep(done) : null,
        redo: undone ? queries.toStep(undone) : null,
      };
    },

    undo(): Step | null {
      const row = queries.lastDone();
      if (!row) return null;
      db.transaction(() => queries.takeBack(row))();
      return queries.toStep(row);
    },

    redo(): Step | null {
      const row = queries.firstUndone();
      if (!row) return null;
      db.transaction(() => queries.doAgain(row))();
      return queries.toStep(row);
    },
  };
}
