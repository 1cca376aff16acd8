import type { QueueCounts } from "#shared/features/annotations/contract.ts";
import type { ExampleStatus } from "#shared/features/examples/contract.ts";
import type { Db } from "../../db/open.ts";

/** How many examples each queue holds, but for those due once more, which follow the clock. */
export function countQueries(db: Db) {
  const byStatus = db.prepare<[], { status: ExampleStatus; examples: number }>(
    "select status, count(*) as examples from example where removed_at_ms is null group by status",
  );
  // Each spelled as a partial index is, so that SQLite may use it.
  const countWhere = (condition: string) =>
    db
      .prepare<[], number>(
        `select count(*) from example where ${condition} and removed_at_ms is null`,
      )
      .pluck();
  const unreviewed = countWhere("unreviewed = 1");
  const flagged = countWhere("flagged = 1");
  const disputed = countWhere("disputed = 1");
  const awaiting = countWhere("awaits_others = 1");
  const asked = db
    .prepare<[number | null], number>(
      `select count(*) from opinion o join example e on e.id = o.example_id
       where o.annotator_id = ? and o.annotation_id is null and o.skipped = 0 and e.removed_at_ms is null`,
    )
    .pluck();
  return (me: number | null): Omit<QueueCounts, "again"> => {
    const by = { unlabelled: 0, labelled: 0, skipped: 0 };
    for (const { status, examples } of byStatus.all()) by[status] = examples;
    const elsewhere = { disputed: disputed.get() ?? 0, awaiting: awaiting.get() ?? 0 };
    return {
      ...by,
      ...elsewhere,
      total: by.unlabelled + by.labelled + by.skipped,
      unlabelled: by.unlabelled - elsewhere.disputed - elsewhere.awaiting,
      unreviewed: unreviewed.get() ?? 0,
      flagged: flagged.get() ?? 0,
      asked: asked.get(me) ?? 0,
    };
  };
}
