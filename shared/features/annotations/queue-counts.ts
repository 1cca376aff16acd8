import type { Example } from "../examples/contract.ts";
import type { QueueCounts } from "./contract.ts";

/** What the counts see of an example. */
export type Counted = Pick<Example, "status" | "flagged"> & {
  unreviewed: boolean;
  disputed: boolean;
  /** Expected from somebody else. */
  awaiting: boolean;
  /** Asked of this person, and not answered yet. */
  asked: boolean;
};

const stateOf = ({ status, disputed, awaiting }: Counted) =>
  disputed ? "disputed" : awaiting ? "awaiting" : status;

function add(counts: QueueCounts, example: Counted, by: 1 | -1): QueueCounts {
  const state = stateOf(example);
  return {
    ...counts,
    [state]: counts[state] + by,
    asked: counts.asked + (example.asked ? by : 0),
    unreviewed: counts.unreviewed + (example.unreviewed ? by : 0),
    flagged: counts.flagged + (example.flagged ? by : 0),
  };
}

/** The counts after one example changed, without counting all the others again. */
export const recount = (counts: QueueCounts, before: Counted, after: Counted): QueueCounts =>
  add(add(counts, before, -1), after, 1);
