import type { Db } from "../../../db/open.ts";
import type { RecordedChange } from "../../history/recording/tracked.ts";
import { restoringQueries } from "../../history/restoring/queries.ts";

const prepareAll = (db: Db, statements: string[]) => statements.map((sql) => db.prepare(sql));

/** Checking references would read whole tables for each row; everything that refers goes along. */
function withoutReferenceChecks(db: Db, act: () => void): void {
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      act();
      db.prepare("update project set revision = revision + 1").run();
    }).immediate();
  } finally {
    db.pragma("foreign_keys = ON");
  }
}

const stepsAbout = (examples: string) =>
  `select distinct step_id from undo_change
   where table_name in ('example', 'example_text') and row_id in (${examples})`;

/** Steps with their changes: with references unchecked, nothing else would take these along. */
function stepDeletion(db: Db) {
  const deletions = prepareAll(db, [
    "delete from undo_change where step_id = ?",
    "delete from undo_step where id = ?",
  ]);
  return (keys: readonly number[]): void => {
    for (const key of keys) for (const deletion of deletions) deletion.run(key);
  };
}

/** Takes the examples of an unfinished import out again, a slice at a time. */
export function exampleRemovalQueries(db: Db) {
  // Undone later, such steps would touch whatever example gets the same number by then.
  const deleteSteps = stepDeletion(db);
  const isAlone = db
    .prepare<[number], number>("select not exists (select 1 from example where import_id is not ?)")
    .pluck();
  // The last example of the slice; null when none is left. Beginning where the slice before ended, all
  // slices together read the table once.
  const sliceEnd = db
    .prepare<[number, number, number], number | null>(
      `select max(id) from (select id from example where id > ? and import_id = ? order by id limit ?)`,
    )
    .pluck();
  const slice =
    "select id from example where id > @after and id <= @last and import_id = @importKey";
  const listStepsOfSlice = db.prepare<[object], number>(stepsAbout(slice)).pluck();
  const listStepsOfAll = db.prepare<[], number>(stepsAbout("select id from example")).pluck();
  const deleteSlice = prepareAll(db, [
    `insert or ignore into search_stale ${slice} and id <= (select indexed_through from search_progress)`,
    `delete from finding_example where example_id in (${slice})`,
    `delete from annotation where example_id in (${slice})`,
    `delete from example_text where id in (${slice})`,
    `delete from example where id in (${slice})`,
  ]);
  // Without a condition SQLite drops whole tables, in a tenth of the time.
  const deleteEverything = prepareAll(db, [
    "delete from finding_example",
    "delete from annotation",
    "delete from example_text",
    "delete from example",
    "insert into example_search (example_search) values ('delete-all')",
    "delete from search_stale",
    "update search_progress set indexed_through = 0",
  ]);

  return {
    /** True when the project holds no example but those of this import. */
    isAlone: (importKey: number) => isAlone.get(importKey) === 1,
    /** Removes all examples there are; only for an import that is alone. */
    removeEverything: () =>
      withoutReferenceChecks(db, () => {
        deleteSteps(listStepsOfAll.all());
        for (const deletion of deleteEverything) deletion.run();
      }),
    /** Removes up to `examples` examples after the key given; the last one's key, or null when none was left. */
    removeSlice(importKey: number, after: number, examples: number): number | null {
      const last = sliceEnd.get(after, importKey, examples) ?? null;
      if (last === null) return null;
      withoutReferenceChecks(db, () => {
        const bounds = { importKey, after, last };
        deleteSteps(listStepsOfSlice.all(bounds));
        for (const deletion of deleteSlice) deletion.run(bounds);
      });
      return last;
    },
  };
}

/** Gives examples that were there before an unfinished import what they held. */
export function changeRemovalQueries(db: Db) {
  const restoring = restoringQueries(db);
  const deleteSteps = stepDeletion(db);
  const changesStep = db
    .prepare<[number], number | null>("select changes_step_id from source_import where id = ?")
    .pluck();
  const listChanges = db.prepare<[number, number], RecordedChange>(
    `select id, table_name, row_id, before, after from undo_change
     where step_id = ? and table_name <> 'label' order by id desc limit ?`,
  );
  const changed = "select value from json_each(@keys)";
  const fromFile = `example_id in (${changed})
    and annotator_id in (select id from annotator where kind = 'import')
    and created_at_ms = (select started_at_ms from source_import where id = @importKey)`;
  const listStepsSince = db
    .prepare<[object], number>(`${stepsAbout(changed)} and step_id > @stepKey`)
    .pluck();
  const forgetAnswers = prepareAll(db, [
    `update annotation set supersedes_id = null where example_id in (${changed})
     and supersedes_id in (select id from annotation where ${fromFile})`,
    `delete from annotation where ${fromFile}`,
  ]);
  const deleteChanges = db.prepare(
    "delete from undo_change where id in (select value from json_each(?))",
  );

  return {
    /** Gives up to `limit` changes back; false when none was left. */
    restoreSlice(importKey: number, limit: number): boolean {
      const stepKey = changesStep.get(importKey) ?? null;
      const changes = stepKey === null ? [] : listChanges.all(stepKey, limit);
      if (changes.length === 0) return false;
      withoutReferenceChecks(db, () => {
        for (const change of changes) restoring.restoreCarefully(change, "before");
        const keys = JSON.stringify([...new Set(changes.map((change) => change.row_id))]);
        deleteSteps(listStepsSince.all({ keys, stepKey }));
        for (const statement of forgetAnswers) statement.run({ keys, importKey });
        deleteChanges.run(JSON.stringify(changes.map(({ id }) => id)));
      });
      return true;
    },
  };
}

/** Every label that an answer has ever named, in one pass over the answers. */
const NAMED_LABELS = `
  with answer as (select value from annotation where json_valid(value))
  select value ->> 'labelId' from answer where value ->> 'labelId' is not null
  union select j.value from answer a, json_each(a.value, '$.labelIds') j
  union select j.value ->> 'labelId' from answer a, json_each(a.value, '$.spans') j
    where j.value ->> 'labelId' is not null`;

/** The import itself, once its rows are gone. */
export function importRemovalQueries(db: Db) {
  const listUnfinished = db
    .prepare<[], number>("select id from source_import where state = 'running'")
    .pluck();
  const removals = prepareAll(db, [
    `delete from undo_change where step_id =
       (select changes_step_id from source_import where id = @importKey)`,
    `delete from undo_step where id =
       (select changes_step_id from source_import where id = @importKey)`,
    `delete from label where public_id in
       (select value from source_import s, json_each(s.mapping, '$.madeLabels') where s.id = @importKey)
     and id not in (select label_id from example where label_id is not null)
     and id not in (select row_id from undo_change where table_name = 'label')
     and public_id not in (${NAMED_LABELS})`,
    "delete from rejected_row where import_id = @importKey",
    "delete from source_import where id = @importKey",
  ]);
  return {
    listUnfinished: () => listUnfinished.all(),
    removeImport: (importKey: number) =>
      withoutReferenceChecks(db, () => {
        for (const removal of removals) removal.run({ importKey });
      }),
  };
}
