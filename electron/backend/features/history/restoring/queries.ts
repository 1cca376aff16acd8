import type { Db } from "../../../db/open.ts";
import { hashInput } from "../../examples/input-hash.ts";
import {
  type RecordedChange,
  recordedValue,
  TRACKED,
  TRACKED_TABLES,
  type TrackedTable,
} from "../recording/tracked.ts";

/** Columns that go back together or not at all: half an answer would be none. */
const TOGETHER: Partial<Record<TrackedTable, readonly (readonly string[])[]>> = {
  example: [
    ["status", "annotation_id", "label_id", "unreviewed", "disputed"],
    ["flagged"],
    ["removed_at_ms"],
    ["split"],
    ["group_key"],
    ["awaits_others"],
  ],
  example_text: [["external_id"], ["input", "payload"], ["fields"]],
};

const written = (column: string, values: string) => `${values} ->> '${column}'`;

/** Columns that follow from tracked ones, so that steps need not carry them. */
const FOLLOWING: Partial<Record<TrackedTable, string[]>> = {
  example: [
    `update main.example set
       annotator_id = (select annotator_id from annotation a where a.id = example.annotation_id),
       answered_at_ms = (select created_at_ms from annotation a where a.id = example.annotation_id)
     where id = @rowId`,
  ],
  example_text: [
    `update main.example set input_hash = hash_input(t.input), characters = characters_of(t.input)
     from example_text t where t.id = example.id and example.id = @rowId`,
    "insert or ignore into search_stale (example_id) values (@rowId)",
  ],
};

/** Labels that answers in force name otherwise than through `label_id`, in one pass. */
const NAMED_IN_FORCE = `
  with answer as (
    select a.value from example e join annotation a on a.id = e.annotation_id
    where e.removed_at_ms is null and e.label_id is null)
  select j.value from answer a, json_each(a.value, '$.labelIds') j
  union select j.value ->> 'labelId' from answer a, json_each(a.value, '$.spans') j
    where j.value ->> 'labelId' is not null`;

function plainUpdate(table: TrackedTable): string {
  const columns = TRACKED[table].map((column) => `${column} = ${recordedValue(column, "@to")}`);
  return `update main.${table} set ${columns.join(", ")} where id = @rowId`;
}

/** Leaves alone what somebody changed since. */
function carefulUpdate(table: "example" | "example_text"): string {
  const columns = (TOGETHER[table] ?? []).flatMap((group) => {
    const isAsLeft = group.map((c) => `${c} is ${recordedValue(c, "@from")}`).join(" and ");
    return group.map((c) => `${c} = iif(${isAsLeft}, ${recordedValue(c, "@to")}, ${c})`);
  });
  return `update main.${table} set ${columns.join(", ")} where id = @rowId`;
}

/** Opinions that a step made go with it: one that stayed would be there without having been given. */
function opinionQueries(db: Db) {
  const columns = TRACKED.opinion;
  const insert = db.prepare(
    `insert into opinion (id, ${columns.join(", ")})
     values (@rowId, ${columns.map((c) => written(c, "@to")).join(", ")})`,
  );
  const drop = db.prepare("delete from opinion where id = ?");
  return function restoreOpinion(rowId: number, to: string | null) {
    if (to === null) drop.run(rowId);
    else insert.run({ rowId, to });
  };
}

/** Puts recorded values back. */
export function restoringQueries(db: Db) {
  db.function("hash_input", { deterministic: true }, (input: string) => hashInput(input));
  db.function("characters_of", { deterministic: true }, (input: string) => input.length);
  const plain = Object.fromEntries(
    TRACKED_TABLES.map((table) => [table, db.prepare(plainUpdate(table))]),
  );
  const careful = {
    example: db.prepare(carefulUpdate("example")),
    example_text: db.prepare(carefulUpdate("example_text")),
  };
  const following = Object.fromEntries(
    TRACKED_TABLES.map((table) => [table, (FOLLOWING[table] ?? []).map((sql) => db.prepare(sql))]),
  );
  const restoreOpinion = opinionQueries(db);
  const columns = TRACKED.label.join(", ");
  const insertLabel = db.prepare(
    `insert into label (id, ${columns})
     values (@rowId, ${TRACKED.label.map((c) => written(c, "@to")).join(", ")})`,
  );
  const hasLabel = db
    .prepare<[number], number>("select exists (select 1 from label where id = ?)")
    .pluck();
  const deleteLabel = db.prepare(
    `delete from label where id = @rowId
     and not exists (select 1 from example where label_id = @rowId)`,
  );
  const listUnused = db
    .prepare<[{ keys: string }], number>(
      `select id from label where id in (select value from json_each(@keys))
         and id not in
           (select label_id from example where removed_at_ms is null and label_id is not null)
         and public_id not in (${NAMED_IN_FORCE})`,
    )
    .pluck();
  const putAway = db.prepare(
    `update label set removed_at_ms = @atMs, shortcut = null
     where id = @rowId and removed_at_ms is null`,
  );

  function follow(table: TrackedTable, rowId: number) {
    for (const statement of following[table] ?? []) statement.run({ rowId });
  }

  /** Examples that came since may name a label that a step made: then its row has to stay. */
  function takeLabelBack(rowId: number) {
    if (listUnused.all({ keys: `[${rowId}]` }).length === 0) return;
    if (deleteLabel.run({ rowId }).changes === 0) putAway.run({ rowId, atMs: Date.now() });
  }

  function restorePlainly(
    { table_name: table, row_id: rowId, before }: RecordedChange,
    to: string | null,
  ) {
    if (before === null && table === "opinion") {
      restoreOpinion(rowId, to);
      return;
    }
    if (before === null) {
      if (to === null) takeLabelBack(rowId);
      else if (hasLabel.get(rowId) === 1) plain["label"]?.run({ rowId, to });
      else insertLabel.run({ rowId, to });
      return;
    }
    plain[table]?.run({ rowId, to });
    follow(table, rowId);
  }

  return {
    restorePlainly,
    /** Like `restorePlainly`, but what somebody decided since stays; labels are not its business. */
    restoreCarefully(change: RecordedChange, to: "before" | "after") {
      const { table_name: table, row_id: rowId } = change;
      if (table !== "example" && table !== "example_text") return;
      const from = to === "before" ? change.after : change.before;
      careful[table].run({ rowId, from, to: change[to] });
      follow(table, rowId);
    },
    /** Puts away those labels that no answer in force names. */
    putLabelsAway(keys: readonly number[], atMs: number) {
      if (keys.length === 0) return;
      for (const rowId of listUnused.all({ keys: JSON.stringify(keys) }))
        putAway.run({ rowId, atMs });
    },
  };
}
export type RestoringQueries = ReturnType<typeof restoringQueries>;
