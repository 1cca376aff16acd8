import { seededHash } from "../versions/seeded-hash.ts";

interface Chosen<Key> {
  /** For the colleague alone. */
  exclusive: Key[];
  /** For both, neither seeing the other's answer. */
  overlap: Key[];
}

/** How many of `examples` both answer, of a share between 0 and 1. */
export const overlapOf = (examples: number, share: number): number => Math.round(examples * share);

/**
 * Draws examples and divides them, by chance but the same for the same seed: those that both answer are then
 * as mixed as the rest, and nothing in the slice tells which they are.
 */
export function chooseExamples<Key>(
  candidates: readonly { key: Key; exampleId: string }[],
  wanted: { count: number; overlapShare: number; seed: string },
): Chosen<Key> {
  const seed = seededHash(wanted.seed, 1) % 0x7fffffff;
  const drawn = candidates
    .map(({ key, exampleId }) => ({ key, exampleId, order: seededHash(exampleId, seed) }))
    .toSorted((a, b) => a.order - b.order || (a.exampleId < b.exampleId ? -1 : 1))
    .slice(0, wanted.count)
    .map(({ key }) => key);
  const both = overlapOf(drawn.length, wanted.overlapShare);
  return { overlap: drawn.slice(0, both), exclusive: drawn.slice(both) };
}
