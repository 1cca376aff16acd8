import { createPermutation } from "#shared/features/suggestions/permutation.ts";
import type { QueueQueries, QueueScope } from "../examples/queue-queries.ts";

/** A queue of so few examples is listed whole; in a larger one, trying keys finds the next ones sooner. */
const MOST_LISTED = 20_000;

/** Where a pass is: the keys above `from` up to `to` are shuffled, and it goes on at `place`. */
interface Position {
  from: number;
  to: number;
  place: number;
}

const write = ({ from, to, place }: Position) => `random ${from} ${to} ${place}`;

function read(cursor: string | undefined): Position | null {
  const parts = /^random (\d{1,15}) (\d{1,15}) (\d{1,15})$/.exec(cursor ?? "");
  if (!parts) return null;
  const [from, to, place] = parts.slice(1).map(Number) as [number, number, number];
  return from <= to && to - from <= 2 ** 40 ? { from, to, place } : null;
}

/**
 * A shuffled order that pages through a million rows without sorting them, and can go on from its cursor alone.
 * What is imported during a pass comes, shuffled by itself, at its end.
 */
export function listRandomly(
  queries: QueueQueries,
  scope: QueueScope,
  page: { cursor: string | undefined; limit: number; seed: number; count: number | null },
): { keys: number[]; cursor: string | null } {
  const highest = queries.highestKey();
  const isFew = (page.count ?? countUpTo(queries, scope)) <= MOST_LISTED;
  let position = read(page.cursor) ?? { from: 0, to: highest, place: 0 };
  const keys: number[] = [];
  while (true) {
    const found = (isFew ? fromList : byTrying)(
      queries,
      scope,
      position,
      page.seed,
      page.limit - keys.length,
    );
    keys.push(...found.keys);
    if (keys.length === page.limit)
      return { keys, cursor: write({ ...position, place: found.place }) };
    if (position.to >= highest) return { keys, cursor: null };
    position = { from: position.to, to: highest, place: 0 };
  }
}

const countUpTo = (queries: QueueQueries, scope: QueueScope): number =>
  queries.listAfter(scope, 0, MOST_LISTED + 1).length;

function fromList(
  queries: QueueQueries,
  scope: QueueScope,
  { from, to, place }: Position,
  seed: number,
  limit: number,
) {
  const permutation = createPermutation(to - from, seed);
  const coming = queries
    .listAfter(scope, from, MOST_LISTED)
    .filter((key) => key <= to)
    .map((key) => ({ key, place: permutation.placeOf(key - from) }))
    .filter((entry) => entry.place >= place)
    .toSorted((a, b) => a.place - b.place)
    .slice(0, limit);
  return { keys: coming.map(({ key }) => key), place: (coming.at(-1)?.place ?? place) + 1 };
}

function byTrying(
  queries: QueueQueries,
  scope: QueueScope,
  { from, to, place }: Position,
  seed: number,
  limit: number,
) {
  const permutation = createPermutation(to - from, seed);
  const isIn = queries.isIn(scope);
  const keys: number[] = [];
  let next = place;
  while (next < permutation.size && keys.length < limit) {
    const key = from + permutation.keyAt(next);
    next += 1;
    if (isIn(key)) keys.push(key);
  }
  return { keys, place: next };
}
