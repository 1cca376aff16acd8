import type { BackupReason, BackupState } from "./contract.ts";

/** What thinning knows of a backup; `line` is the file it was made of. */
export interface ThinnableBackup {
  sequence: number;
  madeAtMs: number;
  reason: BackupReason;
  state: BackupState;
  bytes: number;
  line: string;
}

/** The newest so many are kept whatever their age. */
const RECENT = 12;
/** Then the newest of each of so many days, weeks and months that have one. */
const PERIODS = [
  { most: 14, lengthDays: 1 },
  { most: 8, lengthDays: 7 },
  { most: 12, lengthDays: 30 },
] as const;
/** Copies that a person asked for, or that stand before a step that is hard to take back. */
const SPECIAL: readonly { reason: BackupReason; most: number }[] = [
  { reason: "manual", most: 5 },
  { reason: "beforeMigration", most: 3 },
  { reason: "beforeRestore", most: 3 },
];
/** A damaged copy is worth showing, and may be worth salvaging, for a while only. */
const DAMAGED = 2;

const DAY_MS = 24 * 60 * 60 * 1000;
const GIGABYTE = 1e9;

/** Together, the backups of a project may take this many bytes: room for some large ones, many small ones. */
export const mostBytes = (newestBytes: number): number => Math.max(2 * GIGABYTE, 6 * newestBytes);

/** Higher goes first when there is not enough room. */
const WORTH = { never: 0, special: 1, period: 2, recent: 3, damaged: 4 } as const;
type Value = (typeof WORTH)[keyof typeof WORTH];

/**
 * The sequence numbers of backups to remove. Newer means a higher sequence number: the clock may have been
 * wrong when a copy was made, so it only sorts copies into days, weeks and months, and never says how old
 * one is. A period counts only if it has a copy, so a year without work costs nothing. The newest good copy
 * of every line stays whatever happens; where none is good, nothing is removed.
 */
export function thinOut(backups: readonly ThinnableBackup[]): number[] {
  const newestFirst = backups.toSorted((a, b) => b.sequence - a.sequence);
  const lines = Map.groupBy(newestFirst, ({ line }) => line);
  const values = new Map([...lines.values()].flatMap((line) => [...valuesOfLine(line)]));
  const kept = newestFirst.filter(({ sequence }) => values.has(sequence));
  const dropped = dropToFit(kept, values, mostBytes(newestFirst[0]?.bytes ?? 0));
  return newestFirst
    .map(({ sequence }) => sequence)
    .filter((sequence) => !values.has(sequence) || dropped.has(sequence));
}

/** What is kept of one line, newest first, and how much each is worth. */
function valuesOfLine(line: readonly ThinnableBackup[]): Map<number, Value> {
  const good = line.filter(({ state, bytes }) => state === "good" && bytes > 0);
  const others = line.filter((backup) => !good.includes(backup));
  const values = new Map<number, Value>();
  const keep = (chosen: readonly ThinnableBackup[], value: Value) => {
    for (const { sequence } of chosen)
      values.set(sequence, Math.min(value, values.get(sequence) ?? value) as Value);
  };
  if (good.length === 0) keep(others, WORTH.never);
  // The record of an erased copy takes no room, and says why it is missing.
  keep(others.slice(0, DAMAGED), WORTH.damaged);
  keep(others.filter(({ state }) => state === "asFound").slice(0, DAMAGED), WORTH.special);
  keep(good.slice(0, RECENT), WORTH.recent);
  for (const period of PERIODS) keep(newestOfEach(good, period), WORTH.period);
  for (const { reason, most } of SPECIAL)
    keep(good.filter((backup) => backup.reason === reason).slice(0, most), WORTH.special);
  keep(good.slice(0, 1), WORTH.never);
  return values;
}

function newestOfEach(
  good: readonly ThinnableBackup[],
  { most, lengthDays }: { most: number; lengthDays: number },
): ThinnableBackup[] {
  const firstOfPeriod = new Map<number, ThinnableBackup>();
  for (const backup of good) {
    if (firstOfPeriod.size === most) break;
    const period = Math.floor(backup.madeAtMs / (lengthDays * DAY_MS));
    if (!firstOfPeriod.has(period)) firstOfPeriod.set(period, backup);
  }
  return [...firstOfPeriod.values()];
}

/** What has to go besides, cheapest and oldest first, until the rest takes no more than `most` bytes. */
function dropToFit(
  newestFirst: readonly ThinnableBackup[],
  values: ReadonlyMap<number, Value>,
  most: number,
): Set<number> {
  const dropped = new Set<number>();
  const valueOf = ({ sequence }: ThinnableBackup) => values.get(sequence) ?? WORTH.damaged;
  let total = newestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
  const cheapestFirst = newestFirst
    .toReversed()
    .toSorted((a, b) => valueOf(b) - valueOf(a))
    .filter((backup) => valueOf(backup) !== WORTH.never);
  for (const { sequence, bytes } of cheapestFirst) {
    if (total <= most) break;
    dropped.add(sequence);
    total -= bytes;
  }
  return dropped;
}
