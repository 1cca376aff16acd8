import type { TimedAnswer } from "#shared/features/suggestions/expected-seconds.ts";
import type { Db } from "../../db/open.ts";

/** Enough for a line through them; more would only be older. */
const MOST_TIMED = 200;
/** Among so many of the latest answers they are looked for: a file of a million answers is not searched. */
const LATEST = 20_000;

/** How long a person took for their latest answers. */
export function paceQueries(db: Db) {
  const timed = db.prepare<[{ me: number | null }], TimedAnswer>(
    `select e.characters, a.elapsed_ms / 1000.0 as seconds
     from (select * from annotation order by id desc limit ${LATEST}) a
       join example e on e.id = a.example_id
     where a.annotator_id = @me and a.elapsed_ms is not null and a.value is not null
     order by a.id desc limit ${MOST_TIMED}`,
  );
  return { listTimed: (me: number | null): TimedAnswer[] => timed.all({ me }) };
}
