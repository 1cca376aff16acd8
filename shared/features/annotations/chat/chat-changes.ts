import type { ChatTurn } from "../answer-value.ts";

/** A turn of one conversation beside its counterpart in the other; null where it has none. */
export interface TurnPair {
  before: number | null;
  after: number | null;
}

const isSame = (a: ChatTurn | undefined, b: ChatTurn | undefined): boolean =>
  a?.role === b?.role && a?.content === b?.content;

/** Lengths of the longest common subsequence of all pairs of ends. */
function commonLengths(before: readonly ChatTurn[], after: readonly ChatTurn[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const down = lengths[i + 1]?.[j] ?? 0;
      const right = lengths[i]?.[j + 1] ?? 0;
      const row = lengths[i];
      if (!row) continue;
      row[j] = isSame(before[i], after[j])
        ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(down, right);
    }
  return lengths;
}

/**
 * Which turn became which. Turns that say the same belong together; of what stands between two such pairs,
 * the first ones of the same role are taken for one another, and the rest as removed and added.
 */
export function pairTurns(before: readonly ChatTurn[], after: readonly ChatTurn[]): TurnPair[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const shifted = pairMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ).map((pair) => ({
    before: pair.before === null ? null : pair.before + start,
    after: pair.after === null ? null : pair.after + start,
  }));
  return [
    ...Array.from({ length: start }, (_, at) => ({ before: at, after: at })),
    ...shifted,
    ...Array.from({ length: end }, (_, at) => ({
      before: before.length - end + at,
      after: after.length - end + at,
    })),
  ];
}

function pairMiddle(before: readonly ChatTurn[], after: readonly ChatTurn[]): TurnPair[] {
  const lengths = commonLengths(before, after);
  const pairs: TurnPair[] = [];
  let gone: number[] = [];
  let fresh: number[] = [];
  const flush = () => {
    pairs.push(...pairGap(before, after, gone, fresh));
    gone = [];
    fresh = [];
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && isSame(before[i], after[j])) {
      flush();
      pairs.push({ before: i++, after: j++ });
    } else if (j >= after.length || (lengths[i + 1]?.[j] ?? -1) >= (lengths[i]?.[j + 1] ?? 0)) {
      gone.push(i++);
    } else fresh.push(j++);
  }
  flush();
  return pairs;
}

function pairGap(
  before: readonly ChatTurn[],
  after: readonly ChatTurn[],
  gone: number[],
  fresh: number[],
): TurnPair[] {
  const pairs: TurnPair[] = [];
  let next = 0;
  for (const at of fresh) {
    const match = gone.findIndex((g, k) => k >= next && before[g]?.role === after[at]?.role);
    if (match < 0) {
      pairs.push({ before: null, after: at });
      continue;
    }
    for (const skipped of gone.slice(next, match)) pairs.push({ before: skipped, after: null });
    pairs.push({ before: gone[match] ?? null, after: at });
    next = match + 1;
  }
  for (const skipped of gone.slice(next)) pairs.push({ before: skipped, after: null });
  return pairs;
}

export interface ChatChanges {
  /** Turns of the later conversation that were reworded, and that had no counterpart. */
  reworded: number[];
  added: number[];
  /** Turns of the earlier conversation that are gone. */
  removed: number[];
  /** Turns whose words stayed while their weight did not. */
  reweighed: number[];
}

/** What became of a conversation, turn by turn. */
export function chatChanges(before: readonly ChatTurn[], after: readonly ChatTurn[]): ChatChanges {
  const changes: ChatChanges = { reworded: [], added: [], removed: [], reweighed: [] };
  for (const pair of pairTurns(before, after)) {
    if (pair.after === null) {
      if (pair.before !== null) changes.removed.push(pair.before);
    } else if (pair.before === null) changes.added.push(pair.after);
    else if (!isSame(before[pair.before], after[pair.after])) changes.reworded.push(pair.after);
    else if ((before[pair.before]?.weight ?? 1) !== (after[pair.after]?.weight ?? 1))
      changes.reweighed.push(pair.after);
  }
  return changes;
}
