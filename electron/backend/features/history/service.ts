import type { ActionName, HistoryState, Step } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { historyQueries, type StepRow } from "./queries.ts";

/** Steps that are whole imports: they may take a while, and others work on meanwhile. */
export interface ImportSteps {
  /** Refuses while examples are being brought in, taken out or brought back. */
  refuseIfBusy(): void;
  undo(step: StepRow, importKey: number): Promise<void>;
  redo(step: StepRow, importKey: number): Promise<void>;
}

/**
 * Undo and redo over every recorded action; both survive a restart because steps live in the project.
 * Needs the recorder in this connection (`installRecorder`).
 */
export function createHistoryService(db: Db, imports: ImportSteps) {
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

    /** Makes what was done so far the beginning, which nobody takes back by one press too many. */
    forget: () => queries.dropShown(),

    async undo(): Promise<Step | null> {
      imports.refuseIfBusy();
      const row = queries.lastDone();
      if (!row) return null;
      if (row.import_key === null) db.transaction(() => queries.takeBack(row))();
      else await imports.undo(row, row.import_key);
      return queries.toStep(row);
    },

    async redo(): Promise<Step | null> {
      imports.refuseIfBusy();
      const row = queries.firstUndone();
      if (!row) return null;
      if (row.import_key === null) db.transaction(() => queries.doAgain(row))();
      else await imports.redo(row, row.import_key);
      return queries.toStep(row);
    },
  };
}
