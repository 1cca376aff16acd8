import type { Example } from "../examples/contract.ts";
import type { QueueCounts } from "./contract.ts";

/** What the counts see of an example. */
export type Counted = Pick<Example, "status" | "flagged"> & { unreviewed: boolean };

function add(counts: QueueCounts, example: Counted, by: 1 | -1): QueueCounts {
  return {
    ...counts,
    [example.status]: counts[example.status] + by,
    unreviewed: counts.unreviewed + (example.unreviewed ? by : 0),
    flagged: counts.flagged + (example.flagged ? by : 0),
  };
}

/** The counts after one example changed, without counting all the others again. */
export const recount = (counts: QueueCounts, before: Counted, after: Counted): QueueCounts =>
  add(add(counts, before, -1), after, 1);
