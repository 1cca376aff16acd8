import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../../db/open.ts";
import type { Slice } from "../../history/run-in-slices.ts";

/** Changes a slice of examples in a few statements; each returns how many examples changed. */
export function bulkQueries(db: Db) {
  const label = db
    .prepare<[string], number>("select id from label where public_id = ? and removed_at_ms is null")
    .pluck();
  const chosen = "e.id in (select value from json_each(@keys))";
  const inProject = `${chosen} and e.removed_at_ms is null`;
  // While a long step goes on, people work: what they changed since it began stays as they left it.
  const untouched = `not exists (select 1 from undo_change c
    where c.table_name = 'example' and c.row_id = e.id and c.step_id > @step)`;
  const update = (set: string, where: string) =>
    db.prepare(`update example as e set ${set} where ${where} and ${untouched}`);
  const flag = update("flagged = @flagged", `${inProject} and e.flagged <> @flagged`);
  const split = update("split = @split", `${inProject} and e.split is not @split`);
  const putAway = update("removed_at_ms = @atMs", inProject);
  const bringBack = update("removed_at_ms = null", `${chosen} and e.removed_at_ms is not null`);
  const newest = db.prepare<[], number>("select coalesce(max(id), 0) from annotation").pluck();
  const annotate = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, supersedes_id, value, created_at_ms)
     select new_id(), e.id, @person, e.annotation_id, @value, @atMs from example e
     where ${inProject} and (e.label_id is not @label or e.unreviewed = 1) and ${untouched}`,
  );
  const putInForce = db.prepare(
    `update example set status = 'labelled', annotation_id = a.id, label_id = @label, unreviewed = 0,
       disputed = 0, awaits_others = 0,
       annotator_id = a.annotator_id, answered_at_ms = a.created_at_ms
     from annotation a where a.id > @newest and a.example_id = example.id`,
  );

  const insertDecisions = db.prepare(
    `insert into adjudication (public_id, example_id, annotator_id, annotation_id, considered,
       decided_at_ms, withdrawn_at_ms)
     select new_id(), a.example_id, @person, a.id, (select json_group_array(x.public_id)
       from opinion o join annotation x on x.id = o.annotation_id where o.example_id = a.example_id),
       @atMs, @atMs
     from annotation a where a.id > @newest
       and exists (select 1 from opinion o where o.example_id = a.example_id)`,
  );
  // A second statement, so that the step that records it can withdraw them again.
  const decide = db.prepare(
    "update adjudication set withdrawn_at_ms = null where annotation_id > @newest",
  );

  return {
    findLabel: (labelId: string) => label.get(labelId),
    flag: (slice: Slice, flagged: boolean) =>
      flag.run({ ...slice, flagged: Number(flagged) }).changes,
    split: (slice: Slice, to: Split | null) => split.run({ ...slice, split: to }).changes,
    putAway: (slice: Slice) => putAway.run(slice).changes,
    bringBack: (slice: Slice) => bringBack.run(slice).changes,
    answer(slice: Slice, answer: { person: number; label: number; value: string }) {
      const newestBefore = newest.get() as number;
      const { changes } = annotate.run({ ...slice, ...answer });
      putInForce.run({ newest: newestBefore, label: answer.label });
      insertDecisions.run({ newest: newestBefore, person: answer.person, atMs: slice.atMs });
      decide.run({ newest: newestBefore });
      return changes;
    },
  };
}
