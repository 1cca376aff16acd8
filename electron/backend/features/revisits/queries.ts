import type { Db } from "../../db/open.ts";

/** What a person (`@me`) is due to look at once more by now (`@nowMs`). */
export const DUE_REVISITS = `select example_id, reason from revisit where annotator_id = @me
  and done_at_ms is null and due_at_ms <= @nowMs
  and due_after_annotation_id < (select coalesce(max(id), 0) from annotation)`;

interface Due {
  me: number | null;
  nowMs: number;
}

export function revisitQueries(db: Db) {
  const due = `(${DUE_REVISITS}) d join example e on e.id = d.example_id where e.removed_at_ms is null`;
  const count = db
    .prepare<[Due], number>(`select count(distinct d.example_id) from ${due}`)
    .pluck();
  const rechecked = db
    .prepare<[Due], number>(`select d.example_id from ${due} and d.reason = 'consistency'`)
    .pluck();
  const finish = db.prepare(
    `update revisit set done_at_ms = @atMs, second_annotation_id =
       (select max(id) from annotation where example_id = @exampleKey and annotator_id = @person)
     where example_id = @exampleKey and annotator_id = @person and done_at_ms is null
       and due_at_ms <= @atMs`,
  );
  return {
    /** How many examples a person is due to look at once more. */
    countDue: (me: number | null, nowMs: number) => count.get({ me, nowMs }) ?? 0,
    /** Those of them that are asked as if for the first time. */
    listRechecked: (me: number | null, nowMs: number): Set<number> =>
      new Set(rechecked.all({ me, nowMs })),
    /** What was due is done by answering, whatever the answer. */
    finish: (done: { exampleKey: number; person: number; atMs: number }) => void finish.run(done),
  };
}
