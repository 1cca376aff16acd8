import type { ErasurePreview } from "#shared/features/erasure/contract.ts";
import type { Db } from "../../db/open.ts";

const CHOSEN = "(select id from temp.erased)";
const CHOSEN_IDS = "(select public_id from example_text where id in (select id from temp.erased))";
const VERSIONS = `(select distinct version_id from version_example where example_public_id in ${CHOSEN_IDS})`;
const RUNS = `(select job_id from training_run where version_id in ${VERSIONS})`;
const COMPARISONS = `(select id from comparison where training_job_id in ${RUNS})`;

/** In the order in which one no longer refers to the other. */
const VERSION_DELETIONS = [
  `delete from job where id in (select job_id from comparison where id in ${COMPARISONS})`,
  `delete from comparison_item where comparison_id in ${COMPARISONS}`,
  `delete from comparison where id in ${COMPARISONS}`,
  `delete from training_event where job_id in ${RUNS}`,
  `delete from training_metric where job_id in ${RUNS}`,
  `delete from job where id in ${RUNS}`,
  `delete from training_run where job_id in ${RUNS}`,
  `delete from handoff where version_id in ${VERSIONS}`,
  `delete from dataset_version where id in ${VERSIONS}`,
  "delete from version_example where version_id not in (select id from dataset_version)",
];
const EXAMPLE_DELETIONS = [
  // A report may quote what it found.
  "delete from finding_example",
  "delete from finding",
  "delete from check_report",
  `update undo_step set example_public_id = null where example_public_id in ${CHOSEN_IDS}`,
  `delete from undo_change where table_name in ('example', 'example_text') and row_id in ${CHOSEN}`,
  // Steps that are whole imports record no changes of their own.
  `delete from undo_step where id not in (select step_id from undo_change)
     and action not in ('import', 'takeBackImport', 'importChanges')`,
  `delete from annotation where example_id in ${CHOSEN}`,
  `delete from example_text where id in ${CHOSEN}`,
  `delete from example where id in ${CHOSEN}`,
  "update project set revision = revision + 1",
];

/** Deletes examples and all that was ever copied from them within the file. */
export function erasureQueries(db: Db) {
  db.exec("create temp table if not exists erased (id integer primary key)");
  const clear = db.prepare("delete from temp.erased");
  const choose = db.prepare("insert into temp.erased select value from json_each(?)");
  const exampleIds = db.prepare<[], string>(CHOSEN_IDS.slice(1, -1)).pluck();
  const versions = db.prepare<[], ErasurePreview["versions"][number]>(
    `select v.public_id as versionId, v.number, count(*) as examples
     from version_example x join dataset_version v on v.id = x.version_id
     where x.example_public_id in ${CHOSEN_IDS} group by v.id order by v.number`,
  );
  const counts = db.prepare<[], Omit<ErasurePreview, "versions">>(
    `select (select count(*) from temp.erased) as examples,
       (select count(*) from annotation where example_id in ${CHOSEN} and value is not null) as answers,
       (select count(distinct step_id) from undo_change
          where table_name in ('example', 'example_text') and row_id in ${CHOSEN}) as steps,
       (select count(*) from training_run where job_id in ${RUNS}) as trainings,
       (select count(*) from comparison where id in ${COMPARISONS}) as comparisons,
       (select count(*) from handoff where version_id in ${VERSIONS}) as handoffs`,
  );

  return {
    choose(keys: Int32Array) {
      clear.run();
      choose.run(JSON.stringify(Array.from(keys)));
    },
    forget: () => void clear.run(),
    preview: (): ErasurePreview => ({
      ...(counts.get() as Omit<ErasurePreview, "versions">),
      versions: versions.all(),
    }),
    listExampleIds: () => exampleIds.all(),
    /** In one transaction. `alongside` is done in it too. */
    erase(withVersions: boolean, alongside: () => void) {
      // Checking references would read whole tables for each row; everything that refers goes along.
      db.pragma("foreign_keys = OFF");
      // What is freed is overwritten, whatever becomes of the clean-up that follows.
      db.pragma("secure_delete = ON");
      try {
        db.transaction(() => {
          const deletions = [...(withVersions ? VERSION_DELETIONS : []), ...EXAMPLE_DELETIONS];
          for (const sql of deletions) db.prepare(sql).run();
          alongside();
        }).immediate();
      } finally {
        db.pragma("foreign_keys = ON");
      }
    },
    /** Writes the file anew without its free pages and empties the log; false while somebody still reads the log. */
    cleanUp(): boolean {
      db.exec("vacuum");
      const [result] = db.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return result?.busy === 0;
    },
  };
}
