import { z } from "zod";
import { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
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
 * where there must. Adds how many rows of each table went to `gone`.
 */
export function healReferences(
  db: Db,
  tables: readonly TargetTable[],
  gone: Map<string, number>,
): void {
  for (let changed = 1; changed > 0;) {
    changed = 0;
    for (const { name } of tables) {
      for (const { from, missing } of listReferences(db, name)) {
        if (isOptional(db, name, from)) {
          changed += db
            .prepare(`update "${name}" set "${from}" = null where ${missing}`)
            .run().changes;
          continue;
        }
        const { changes } = db.prepare(`delete from "${name}" where ${missing}`).run();
        gone.set(name, (gone.get(name) ?? 0) + changes);
        changed += changes;
      }
    }
  }
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

/** Columns that hold JSON: what stands in for a text that a flipped bit made unreadable; none takes the row. */
const JSON_COLUMNS: readonly [table: string, column: string, standIn?: string | null][] = [
  ["example", "fields", "{}"],
  ["example", "payload", null],
  ["annotation", "value"],
  ["undo_change", "before"],
  ["undo_change", "after"],
  [
    "source_import",
    "read_as",
    '{"format":"csv","encoding":"utf-8","delimiter":",","hasHeader":true}',
  ],
  ["check_report", "report"],
  ["finding", "body"],
  ["dataset_version", "plan"],
  ["dataset_version", "counts"],
  ["dataset_version", "labels"],
  ["version_example", "payload", null],
  ["version_example", "answer"],
  ["job", "progress", '{"phase":"waiting","done":0}'],
  ["job", "error", null],
  ["training_run", "hyperparameters", "{}"],
  ["training_run", "connection", null],
  ["comparison", "result", null],
  ["comparison_item", "base_output", null],
  ["comparison_item", "tuned_output", null],
];

const SHAPES: Record<string, (value: unknown) => boolean> = {
  "annotation.value": (value) => AnswerValue.safeParse(value).success,
  "example.payload": (value) => ExamplePayload.safeParse(value).success,
  "example.fields": (value) => z.record(z.string(), z.string()).safeParse(value).success,
};

function isReadable(table: string, column: string, text: string): boolean {
  try {
    return SHAPES[`${table}.${column}`]?.(JSON.parse(text)) ?? true;
  } catch {
    return false;
  }
}

/** Every screen that lists rows would fail on one whose JSON cannot be read. Returns how many rows went. */
export function healJson(db: Db): Map<string, number> {
  const gone = new Map<string, number>();
  db.function("tacit_readable", { deterministic: true }, (table, column, text) =>
    isReadable(String(table), String(column), String(text)) ? 1 : 0,
  );
  for (const [table, column, standIn] of JSON_COLUMNS) {
    const isThere = db.prepare("select 1 from pragma_table_info(?) where name = ?");
    if (!isThere.get(table, column)) continue;
    const broken = `"${column}" is not null and not tacit_readable('${table}', '${column}', "${column}")`;
    if (standIn !== undefined)
      db.prepare(`update "${table}" set "${column}" = ? where ${broken}`).run(standIn);
    else {
      const { changes } = db.prepare(`delete from "${table}" where ${broken}`).run();
      gone.set(table, (gone.get(table) ?? 0) + changes);
    }
  }
  return gone;
}

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

function unlabelAnswerless(db: Db): void {
  db.exec(`update example set status = 'unlabelled', label_id = null, unreviewed = 0
    where status = 'labelled' and annotation_id is null`);
}
