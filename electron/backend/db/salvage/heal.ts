import type { TaskType } from "#shared/features/projects/task-type.ts";
import { hashInput } from "../../features/examples/input-hash.ts";
import type { Db } from "../open.ts";

/** Makes anew what other rows need and what can be known without the lost ones; before references are healed. */
export function restoreParents(db: Db, name: string, nowMs: number): void {
  tryEach(db, [
    () => restoreProject(db, name, nowMs),
    () => restoreExamples(db),
    () => restoreLabels(db),
  ]);
}

/** Takes examples away that nothing is left of; adds them to `gone`; before references are healed. */
export function dropEmptyExamples(db: Db, gone: Map<string, number>): void {
  tryEach(db, [() => dropTextless(db, gone)]);
}

/** Brings into line what is kept with an example for speed; after references are healed. */
export function settleExamples(db: Db): void {
  tryEach(db, [
    () => unlabelAnswerless(db),
    () =>
      db.exec(
        "update example set annotator_id = null, answered_at_ms = null where annotation_id is null",
      ),
    () => restartSearch(db),
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
    .prepare<[], TaskType>(
      "select value ->> 'kind' from annotation where value is not null limit 1",
    )
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

/**
 * A text whose row in the narrow table is lost becomes an example again. Its latest answer counts, and is
 * to be reviewed: nobody can say any more whether it was in force.
 */
function restoreExamples(db: Db): void {
  const lost = db
    .prepare<[], { id: number; input: string; annotation: number | null }>(
      `select t.id, t.input, (select max(a.id) from annotation a where a.example_id = t.id) as annotation
       from example_text t left join example e on e.id = t.id where e.id is null`,
    )
    .all();
  const insert = db.prepare(
    `insert into example (id, input_hash, characters, status, annotation_id, label_id, annotator_id,
       answered_at_ms, unreviewed)
     select @id, @hash, length(@input), iif(a.value is null, 'unlabelled', 'labelled'),
       iif(a.value is null, null, a.id),
       (select l.id from label l where l.public_id = a.value ->> 'labelId'),
       iif(a.value is null, null, a.annotator_id), iif(a.value is null, null, a.created_at_ms),
       a.value is not null
     from (select 1) left join annotation a on a.id = @annotation`,
  );
  for (const { id, input, annotation } of lost)
    insert.run({ id, input, annotation, hash: BigInt(hashInput(input)) });
}

/** Nothing can be shown of an example whose text is lost. */
function dropTextless(db: Db, gone: Map<string, number>): void {
  const { changes } = db
    .prepare("delete from example where id not in (select id from example_text)")
    .run();
  gone.set("example_text", (gone.get("example_text") ?? 0) + changes);
}

function unlabelAnswerless(db: Db): void {
  db.exec(`update example set status = 'unlabelled', label_id = null, unreviewed = 0
    where status = 'labelled' and annotation_id is null`);
}

/** Search is filled anew from the texts once the project is open. */
function restartSearch(db: Db): void {
  db.exec(`insert or replace into search_progress values (1, 0); delete from search_stale`);
}
