import type { Db } from "../../../db/open.ts";

/** Every label that an answer has ever named, in one pass over the answers. */
const NAMED_LABELS = `
  with answer as (select value from annotation where json_valid(value))
  select value ->> 'labelId' from answer where value ->> 'labelId' is not null
  union select j.value from answer a, json_each(a.value, '$.labelIds') j
  union select j.value ->> 'labelId' from answer a, json_each(a.value, '$.spans') j
    where j.value ->> 'labelId' is not null`;

/** Takes the rows of an unfinished import out again, a slice at a time. */
export function rollbackQueries(db: Db) {
  const listUnfinished = db
    .prepare<[], number>("select id from source_import where state = 'running'")
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
  const dropOrphanedChanges = db.prepare(
    "delete from undo_change where step_id not in (select id from undo_step)",
  );
  const deletions = [
    // Undoing such a step later would touch whatever example gets the same number by then.
    `delete from undo_step where id in (select step_id from undo_change
       where table_name = 'example' and row_id in (${slice}))`,
    `delete from finding_example where example_id in (${slice})`,
    `delete from annotation where example_id in (${slice})`,
    `delete from example_text where id in (${slice})`,
    `delete from example where id in (${slice})`,
  ].map((sql) => db.prepare(sql));
  const deleteLabels = db.prepare(
    `delete from label where public_id in
       (select value from source_import s, json_each(s.mapping, '$.madeLabels') where s.id = @importKey)
     and id not in (select label_id from example where label_id is not null)
     and id not in (select row_id from undo_change where table_name = 'label')
     and public_id not in (${NAMED_LABELS})`,
  );
  const deleteRejects = db.prepare("delete from rejected_row where import_id = @importKey");
  const deleteImport = db.prepare("delete from source_import where id = @importKey");
  /** Checking references would read whole tables for each row; everything that refers goes along. */
  function withoutReferenceChecks(act: () => void) {
    db.pragma("foreign_keys = OFF");
    try {
      db.transaction(act).immediate();
    } finally {
      db.pragma("foreign_keys = ON");
    }
  }
  const bumpRevision = db.prepare("update project set revision = revision + 1");

  return {
    listUnfinished: () => listUnfinished.all(),
    /** Removes up to `examples` examples after the key given; the last one's key, or null when none was left. */
    removeSlice(importKey: number, after: number, examples: number): number | null {
      const last = sliceEnd.get(after, importKey, examples);
      if (last === null || last === undefined) return null;
      withoutReferenceChecks(() => {
        for (const deletion of deletions) deletion.run({ importKey, after, last });
        dropOrphanedChanges.run();
        bumpRevision.run();
      });
      return last;
    },
    removeImport(importKey: number) {
      withoutReferenceChecks(() => {
        deleteLabels.run({ importKey });
        deleteRejects.run({ importKey });
        deleteImport.run({ importKey });
        bumpRevision.run();
      });
    },
  };
}
