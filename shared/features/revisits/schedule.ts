import { seededHash } from "../versions/seeded-hash.ts";

/** Other answers that are given in between, so that the first one is no longer in one's ear. */
export const RECHECK_AFTER_ANSWERS = 40;
/** Time that passes in between, milliseconds. */
export const RECHECK_AFTER_MS = 30 * 60_000;
/** Among the unanswered examples, one in so many is one that was answered before. */
export const MIXED_IN_ONE_OF = 10;

const SEED = 5;
const HASHES = 2 ** 53;

/** Whether the answer to this example is asked for once more; the same on every computer, and for every person. */
export const isRechecked = (exampleId: string, share: number): boolean =>
  seededHash(exampleId, SEED) / HASHES < share;

/**
 * Puts examples that were answered before among those that were not: at most one in ten, each at another place
 * of its ten, and never last, because the queue goes on behind the last one.
 */
export function mixIn<Item>(
  items: readonly Item[],
  answered: readonly Item[],
  placeOf: (item: Item) => number,
): Item[] {
  const mixed: Item[] = [];
  for (let from = 0, next = 0; from < items.length; from += MIXED_IN_ONE_OF - 1) {
    const part = items.slice(from, from + MIXED_IN_ONE_OF - 1);
    const extra = answered[next];
    if (extra !== undefined && part.length === MIXED_IN_ONE_OF - 1) {
      part.splice(placeOf(extra) % part.length, 0, extra);
      next += 1;
    }
    mixed.push(...part);
  }
  return mixed;
}
