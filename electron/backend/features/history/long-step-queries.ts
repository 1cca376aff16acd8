import type { Db } from "../../db/open.ts";
import { stepQueries } from "./queries.ts";
import { recordingQueries } from "./recording/queries.ts";
import { exampleRestoreSql } from "./restoring/example-restore.ts";

const SLICE = 2000;

export function longStepQueries(db: Db) {
  const steps = stepQueries(db);
  const recording = recordingQueries(db);
  const sliceStart = db
    .prepare<[number], number | null>(
      `select min(id) from (select id from undo_change where step_id = ? order by id desc limit ${SLICE})`,
    )
    .pluck();
  const restore = db.prepare(
    `${exampleRestoreSql("before")} where c.step_id = @step and c.id >= @from and example.id = c.row_id`,
  );
  const dropChanges = db.prepare("delete from undo_change where step_id = @step and id >= @from");

  return {
    insert: (stepId: string, action: string, atMs: number): number =>
      steps.insert(stepId, action, null, atMs),
    recordInto<T>(key: number, act: () => T): T {
      recording.start(key);
      const result = act();
      recording.stop();
      if (steps.hasChanges(key)) steps.dropUndone();
      steps.bumpRevision();
      return result;
    },
    /** False when the whole step is taken back. */
    takeBackSlice(step: number): boolean {
      const from = sliceStart.get(step);
      if (from === null || from === undefined) {
        steps.drop(step);
        return false;
      }
      restore.run({ step, from });
      dropChanges.run({ step, from });
      steps.bumpRevision();
      return true;
    },
    end(key: number) {
      if (!steps.hasChanges(key)) steps.drop(key);
    },
  };
}
