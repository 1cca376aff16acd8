import type { Db } from "../../db/open.ts";
import { writeBackSql } from "./queries.ts";

const SLICE = 2000;

export function longStepQueries(db: Db) {
  const insert = db.prepare(
    "insert into undo_step (public_id, action, state, created_at_ms) values (?, ?, 'done', ?)",
  );
  const startRecording = db.prepare("insert into temp.recording values (?)");
  const stopRecording = db.prepare("delete from temp.recording");
  const hasChanges = db
    .prepare<[number], number>("select exists (select 1 from undo_change where step_id = ?)")
    .pluck();
  const dropUndone = db.prepare("delete from undo_step where state = 'undone'");
  const dropStep = db.prepare("delete from undo_step where id = ?");
  const bumpRevision = db.prepare("update project set revision = revision + 1");
  const sliceStart = db
    .prepare<[number], number | null>(
      `select min(id) from (select id from undo_change where step_id = ? order by id desc limit ${SLICE})`,
    )
    .pluck();
  const restore = db.prepare(
    `${writeBackSql("before")} where c.step_id = @step and c.id >= @from and example.id = c.row_id`,
  );
  const dropChanges = db.prepare("delete from undo_change where step_id = @step and id >= @from");

  return {
    insert: (stepId: string, action: string, atMs: number): number =>
      insert.run(stepId, action, atMs).lastInsertRowid as number,
    recordInto<T>(key: number, act: () => T): T {
      startRecording.run(key);
      const result = act();
      stopRecording.run();
      if (hasChanges.get(key) === 1) dropUndone.run();
      bumpRevision.run();
      return result;
    },
    /** False when the whole step is taken back. */
    takeBackSlice(step: number): boolean {
      const from = sliceStart.get(step);
      if (from === null || from === undefined) {
        dropStep.run(step);
        return false;
      }
      restore.run({ step, from });
      dropChanges.run({ step, from });
      bumpRevision.run();
      return true;
    },
    end(key: number) {
      if (hasChanges.get(key) === 0) dropStep.run(key);
    },
  };
}
