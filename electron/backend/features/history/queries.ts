import type { Step } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import { recordingQueries } from "./recording/queries.ts";
import type { RecordedChange } from "./recording/tracked.ts";
import { exampleRestoreSql } from "./restoring/example-restore.ts";
import { restoringQueries } from "./restoring/queries.ts";

/** Marks a step that belongs to an import and shows in no list; see `source_import.changes_step_id`. */
const HIDDEN = "importChanges";

export interface StepRow {
  id: number;
  public_id: string;
  action: Step["action"];
  example_public_id: string | null;
  created_at_ms: number;
  changes: number;
  /** The import that the step brought in or took back. */
  import_key: number | null;
}

const toStep = (row: StepRow): Step => ({
  stepId: row.public_id,
  action: row.action,
  atMs: row.created_at_ms,
  changes: row.changes,
  exampleId: row.example_public_id,
});

const STEPS = `select s.id, s.public_id, s.action, s.example_public_id, s.created_at_ms,
    case when i.id is null then (select count(*) from undo_change c where c.step_id = s.id)
      else i.imported + i.updated end as changes,
    i.id as import_key
  from undo_step s left join source_import i on i.id = case s.action
      when 'import' then (select id from source_import where step_id = s.id)
      when 'takeBackImport' then (select row_id from undo_change c
        where c.step_id = s.id and c.table_name = 'source_import') end
  where s.action <> '${HIDDEN}'`;

/** Making steps and moving them between done and undone. */
export function stepQueries(db: Db) {
  const insert = db.prepare(
    `insert into undo_step (public_id, action, example_public_id, state, created_at_ms)
     values (?, ?, ?, 'done', ?)`,
  );
  // A step that is being done again right now is no longer one that was undone.
  const dropUndone = db.prepare(
    `delete from undo_step where state = 'undone' and id not in
       (select unfinished_move ->> 'stepKey' from source_import
        where unfinished_move ->> 'stepKey' is not null)`,
  );
  const hasChanges = db
    .prepare<[number], number>("select exists (select 1 from undo_change where step_id = ?)")
    .pluck();
  const drop = db.prepare("delete from undo_step where id = ?");
  const dropShown = db.prepare(`delete from undo_step where action <> '${HIDDEN}'`);
  const setState = db.prepare("update undo_step set state = ? where id = ?");
  const lastDone = db.prepare<[], StepRow>(
    `${STEPS} and s.state = 'done' order by s.id desc limit 1`,
  );
  const firstUndone = db.prepare<[], StepRow>(
    `${STEPS} and s.state = 'undone' order by s.id limit 1`,
  );
  const bumpRevision = db.prepare("update project set revision = revision + 1");

  return {
    insert: (stepId: string, action: string, exampleId: string | null, atMs: number): number =>
      Number(insert.run(stepId, action, exampleId, atMs).lastInsertRowid),
    insertHidden: (stepId: string, atMs: number): number =>
      Number(insert.run(stepId, HIDDEN, null, atMs).lastInsertRowid),
    hasChanges: (key: number) => hasChanges.get(key) === 1,
    drop: (key: number) => void drop.run(key),
    dropShown: () => void dropShown.run(),
    dropUndone: () => void dropUndone.run(),
    setState: (key: number, state: "done" | "undone") => void setState.run(state, key),
    bumpRevision: () => void bumpRevision.run(),
    lastDone: () => lastDone.get(),
    firstUndone: () => firstUndone.get(),
    toStep,
  };
}

export function historyQueries(db: Db) {
  const steps = stepQueries(db);
  const recording = recordingQueries(db);
  const { restorePlainly } = restoringQueries(db);
  const listChanges = db.prepare<[number], RecordedChange>(
    `select id, table_name, row_id, before, after from undo_change
     where step_id = ? and table_name <> 'example' order by id`,
  );
  // All examples of a step in one statement, which takes a fraction of what one statement each would.
  const restoreExamples = (side: "before" | "after", end: "min" | "max") =>
    db.prepare(
      `${exampleRestoreSql(side)} where example.id = c.row_id and c.id in (select ${end}(id)
         from undo_change where step_id = ? and table_name = 'example' group by row_id)`,
    );
  const takeExamplesBack = restoreExamples("before", "min");
  const changeExamplesAgain = restoreExamples("after", "max");

  return {
    lastDone: steps.lastDone,
    firstUndone: steps.firstUndone,
    dropShown: steps.dropShown,
    toStep,
    beginStep(stepId: string, action: string, exampleId: string | null, atMs: number): number {
      const key = steps.insert(stepId, action, exampleId, atMs);
      recording.start(key);
      return key;
    },
    /** Ends recording. A step that changed nothing leaves no trace: what was undone can still be redone. */
    endStep(key: number) {
      recording.stop();
      if (!steps.hasChanges(key)) {
        steps.drop(key);
        return;
      }
      steps.dropUndone();
      steps.bumpRevision();
    },
    takeBack(row: StepRow) {
      // Examples before labels, and again after them, so that they never name one that is not there.
      takeExamplesBack.run(row.id);
      for (const change of listChanges.all(row.id).toReversed())
        restorePlainly(change, change.before);
      steps.setState(row.id, "undone");
      steps.bumpRevision();
    },
    doAgain(row: StepRow) {
      for (const change of listChanges.all(row.id)) restorePlainly(change, change.after);
      changeExamplesAgain.run(row.id);
      steps.setState(row.id, "done");
      steps.bumpRevision();
    },
  };
}
