import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../open.ts";
import type { TargetTable } from "./target.ts";

interface Reference {
  table: string;
  from: string;
  to: string | null;
}

/**
 * Takes away what refers to rows that are lost: the reference itself where there need not be one, the row
 * where there must. Returns how many rows of each table went.
 */
export function healReferences(db: Db, tables: readonly TargetTable[]): Map<string, number> {
  const gone = new Map<string, number>();
  for (let changed = 1; changed > 0; ) {
    changed = 0;
    for (const { name } of tables) {
      for (const { from, missing } of listReferences(db, name)) {
        if (isOptional(db, name, from)) {
          changed += db.prepare(`update "${name}" set "${from}" = null where ${missing}`).run().changes;
          continue;
        }
        const { changes } = db.prepare(`delete from "${name}" where ${missing}`).run();
        gone.set(name, (gone.get(name) ?? 0) + changes);
        changed += changes;
      }
    }
  }
  return gone;
}

const listReferences = (db: Db, table: string) =>
  (db.pragma(`foreign_key_list("${table}")`) as Reference[]).map(({ table: parent, from, to }) => ({
    from,
    missing: `"${from}" is not null and not exists
      (select 1 from "${parent}" parent where parent."${to ?? "id"}" = "${table}"."${from}")`,
  }));

const isOptional = (db: Db, table: string, column: string): boolean =>
  db
    .prepare(`select "notnull" or pk > 0 from pragma_table_info(?) where name = ?`)
    .pluck()
    .get(table, column) === 0;

/** Makes anew what other rows need and what can be known without the lost ones; before references are healed. */
export function restoreParents(db: Db, name: string, nowMs: number): void {
  tryEach(db, [() => restoreProject(db, name, nowMs), () => restoreLabels(db)]);
}

/** Brings into line what is kept with an example for speed; after references are healed. */
export function settleExamples(db: Db): void {
  tryEach(db, [
    () => unlabelAnswerless(db),
    () => db.exec("update project set revision = revision + 1"),
  ]);
}

/** Each step stands for itself, so that none can stop the rescue: without it the rows stay as they were found. */
function tryEach(db: Db, steps: readonly (() => void)[]): void {
  for (const step of steps) {
    try {
      db.transaction(step)();
    } catch {
      continue;
    }
  }
}

function restoreProject(db: Db, name: string, nowMs: number): void {
  if (db.prepare("select 1 from project").get() !== undefined) return;
  const kind = db
    .prepare<[], TaskType>("select value ->> 'kind' from annotation where value is not null limit 1")
    .pluck()
    .get();
  db.prepare(
    "insert into project (id, public_id, name, task_type, created_at_ms) values (1, ?, ?, ?, ?)",
  ).run(crypto.randomUUID(), name, kind ?? "classify", nowMs);
}

/** Answers name labels by their public id: a label that is lost gets its name from a frozen version, or a number. */
function restoreLabels(db: Db): void {
  const lost = db
    .prepare<[], { labelId: string; id: number | null }>(
      `select a.value ->> 'labelId' as labelId, max(e.label_id) as id
       from annotation a left join example e on e.annotation_id = a.id
       where a.value ->> 'kind' = 'classify'
         and a.value ->> 'labelId' not in (select public_id from label) group by 1`,
    )
    .all();
  const nameOf = db
    .prepare<[string], string>(
      `select l.value ->> 'name' from dataset_version v, json_each(v.labels) l
       where l.value ->> 'labelId' = ? order by v.id desc limit 1`,
    )
    .pluck();
  const insert = db.prepare(
    `insert or ignore into label (id, public_id, name, colour, position)
     values (?, ?, ?, 'slate', (select count(*) from label))`,
  );
  for (const [index, { labelId, id }] of lost.entries())
    insert.run(id, labelId, nameOf.get(labelId) ?? `Label ${index + 1} (name lost)`);
}

function unlabelAnswerless(db: Db): void {
  db.exec(`update example set status = 'unlabelled', label_id = null, unreviewed = 0
    where status = 'labelled' and annotation_id is null`);
}
