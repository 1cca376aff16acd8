import { expect, test } from "vitest";
import { mostBytes, type ThinnableBackup, thinOut } from "./thin-out.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = DAY_MS / 24;
const YEAR_MS = 365 * DAY_MS;
const NOON = Date.UTC(2026, 4, 1, 12);

const backup = (sequence: number, more: Partial<ThinnableBackup> = {}): ThinnableBackup => ({
  sequence,
  madeAtMs: NOON + sequence * HOUR_MS,
  reason: "work",
  state: "good",
  bytes: 1e6,
  line: "/a/Mine.tacit",
  ...more,
});
const series = (count: number, of: (sequence: number) => Partial<ThinnableBackup>) =>
  Array.from({ length: count }, (_, index) => backup(index + 1, of(index + 1)));
const keptOf = (backups: readonly ThinnableBackup[]) => {
  const removed = thinOut(backups);
  return backups
    .map(({ sequence }) => sequence)
    .filter((each) => !removed.includes(each))
    .toSorted((a, b) => a - b);
};

/** Makes one backup after the other and thins after each, as the application does. */
function liveThrough(backups: readonly ThinnableBackup[]): ThinnableBackup[] {
  let present: ThinnableBackup[] = [];
  for (const each of backups) {
    const removed = thinOut([...present, each]);
    present = [...present, each].filter(({ sequence }) => !removed.includes(sequence));
  }
  return present;
}

test("a dozen backups are all kept", () => {
  expect(thinOut(series(12, () => ({})))).toEqual([]);
});

test("a year of work leaves the newest, then days, weeks and months", () => {
  const year = series(365 * 4, (sequence) => ({ madeAtMs: NOON + sequence * 6 * HOUR_MS }));
  const present = liveThrough(year);
  const agesInDays = present.map(({ madeAtMs }) => (year.at(-1)!.madeAtMs - madeAtMs) / DAY_MS);
  expect(present.length).toBeLessThanOrEqual(12 + 14 + 8 + 12);
  expect(agesInDays.filter((days) => days < 3)).toHaveLength(12);
  expect(agesInDays.filter((days) => days < 14).length).toBeGreaterThanOrEqual(12 + 10);
  expect(agesInDays.filter((days) => days >= 14 && days < 56).length).toBeGreaterThanOrEqual(5);
  expect(agesInDays.filter((days) => days >= 56).length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...agesInDays)).toBeGreaterThan(300);
});

test("years without work cost no backup", () => {
  const before = series(10, () => ({}));
  const after = backup(11, { madeAtMs: NOON + 5 * YEAR_MS });
  expect(thinOut([...before, after])).toEqual([]);
});

test.each([
  ["set back ten years", -10 * YEAR_MS],
  ["set ahead ten years", 10 * YEAR_MS],
  ["before 1970", -NOON - 3 * YEAR_MS],
  ["past 2038", 13 * YEAR_MS],
])("fault 44, 45: with the clock %s the newest and the earlier days stay", (_what, jumpMs) => {
  const days = 20;
  const honest = series(days, (sequence) => ({ madeAtMs: NOON + sequence * DAY_MS }));
  const wrong = Array.from({ length: 3 }, (_, index) =>
    backup(days + 1 + index, { madeAtMs: NOON + days * DAY_MS + jumpMs + index * HOUR_MS }),
  );
  const right = backup(days + 4, { madeAtMs: NOON + (days + 1) * DAY_MS });
  const kept = keptOf([...honest, ...wrong, right]);
  expect(kept).toEqual(expect.arrayContaining([21, 22, 23, 24]));
  // Fourteen days: the one of now, the one of the wrong clock, twelve of those before.
  expect(kept.filter((sequence) => sequence <= days).length).toBeGreaterThanOrEqual(12);
  // The order of arrival does not matter to the rule, only the numbers do.
  expect(keptOf([right, ...wrong, ...honest].toReversed())).toEqual(kept);
});

test("fault 44: the clock stuck at one moment for a year never removes the newest", () => {
  const present = liveThrough(series(400, () => ({ madeAtMs: NOON })));
  expect(present.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 12 }, (_, index) => 389 + index),
  );
});

test.each([
  ["damaged", { state: "damaged" }],
  ["empty", { state: "good", bytes: 0 }],
  ["erased", { state: "erased", bytes: 0 }],
] as const)("fault 44: with fifty newest copies %s, the last good ones stay", (_what, bad) => {
  const good = series(3, () => ({}));
  const broken = Array.from({ length: 50 }, (_, index) => backup(4 + index, bad));
  const kept = keptOf([...good, ...broken]);
  expect(kept).toEqual([1, 2, 3, 52, 53]);
});

test("fault 44: where no copy is good, none is removed", () => {
  expect(thinOut(series(60, () => ({ state: "damaged" })))).toEqual([]);
});

test("large projects keep few copies, but the newest good one always", () => {
  const big = series(10, () => ({ bytes: 0.5e9 }));
  expect(keptOf(big)).toEqual([5, 6, 7, 8, 9, 10]);
  const huge = [backup(1, { bytes: 5e9 }), backup(2, { bytes: 1, state: "damaged" })];
  expect(keptOf(huge)).toContain(1);
});

test("the room that backups may take has a floor and grows with the project", () => {
  expect([mostBytes(1e6), mostBytes(0.5e9)]).toEqual([2e9, 3e9]);
});

test("what stands before an update or a restore outlives the common ones", () => {
  const special = [
    backup(1, { reason: "beforeMigration" }),
    backup(2, { reason: "beforeRestore" }),
    backup(3, { reason: "manual" }),
  ];
  const common = Array.from({ length: 100 }, (_, index) =>
    backup(4 + index, { madeAtMs: NOON + (4 + index) * DAY_MS }),
  );
  expect(keptOf([...special, ...common])).toEqual(expect.arrayContaining([1, 2, 3]));
  // Also when room is short, as long as cheaper ones can go.
  const large = [...special, ...common.slice(0, 20)].map((each) => ({ ...each, bytes: 0.4e9 }));
  expect(keptOf(large)).toEqual(expect.arrayContaining([1, 2, 3, 23]));
});

test("two files of one project are thinned apart", () => {
  const mine = series(3, () => ({}));
  const copy = Array.from({ length: 60 }, (_, index) =>
    backup(4 + index, { line: "/b/Copy.tacit", madeAtMs: NOON }),
  );
  const kept = keptOf([...mine, ...copy]);
  expect(kept).toEqual(expect.arrayContaining([1, 2, 3]));
  expect(kept).toHaveLength(3 + 12);
});

test("copies made in any order of clock and state always leave the newest good one", () => {
  // A small linear congruential generator: the same thousand histories in every run.
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let history = 0; history < 1000; history += 1) {
    const backups = series(1 + random(40), () => ({
      madeAtMs: NOON + (random(20_000) - 10_000) * DAY_MS,
      state: (["good", "good", "damaged", "asFound", "erased"] as const)[random(5)] ?? "good",
      bytes: random(4) * 1e9,
    }));
    const newestGood = backups.findLast(({ state, bytes }) => state === "good" && bytes > 0);
    const removed = thinOut(backups);
    const lost = newestGood
      ? removed.filter((sequence) => sequence === newestGood.sequence)
      : removed;
    expect(lost).toEqual([]);
  }
});
