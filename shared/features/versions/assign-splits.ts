import type { SplitPlan } from "./contract.ts";
import { clusterRows, type Groupable, tiesOf } from "./group-rows.ts";
import { seededHash } from "./seeded-hash.ts";
import type { Split } from "./split.ts";

export interface SplitRow extends Groupable {
  /** The split that came with the file. */
  given: Split | null;
  /** The label, where splits should each hold their share of every label. */
  stratum: string | null;
}

export interface SplitAssignment {
  /** One split per row, in the order of the rows. */
  splits: Split[];
  /** Groups of rows that belong together; a row on its own is a group of one. */
  groups: number;
}

/** Ties go to train first, then to test: without a test row nothing can be compared. */
const ORDER: readonly Split[] = ["train", "test", "validation"];
/** A row tied to several given splits follows the one where it does least harm. */
const FOLLOWS: Record<Split, number> = { test: 2, validation: 1, train: 0 };

/**
 * Shares examples out among train, validation and test; the same seed gives the same splits in
 * whatever order the rows come.
 *
 * - Splits given by the file are kept exactly as they are, even where the same text occurs in two of
 *   them: a benchmark stays the benchmark, and the leak is what the check reports.
 * - The other rows are shared out by ratio, groups whole. A group tied to a given row follows it; tied
 *   to several it goes to test rather than train, so that no test row is learned.
 * - A held-out split that the file filled is complete and gets no further rows.
 * - Each label is shared out on its own as far as whole groups allow; what does not come out even is
 *   carried over to the next label, so that the totals come out right too.
 */
export function assignSplits(rows: readonly SplitRow[], plan: SplitPlan): SplitAssignment {
  const given = rows.map((row) => (plan.keepGivenSplits ? row.given : null));
  const splits = given.map((split) => split ?? "train");
  const fixed = fixedTies(rows, given);
  const pool = [...rows.keys()].filter((position) => given[position] === null);
  const free: { key: string; members: number[] }[] = [];
  for (const cluster of clusterRows(rows, pool)) {
    const tied = strongest(cluster.members, rows, fixed);
    if (tied === undefined) free.push(cluster);
    else for (const position of cluster.members) splits[position] = tied;
  }
  const filled = new Set(given);
  const weights = openWeights(plan, filled);
  for (const [position, split] of shareOut(free, rows, plan.seed, weights))
    splits[position] = split;
  return { splits, groups: clusterRows(rows, rows.keys()).length };
}

function fixedTies(
  rows: readonly SplitRow[],
  given: readonly (Split | null)[],
): Map<string, Split> {
  const fixed = new Map<string, Split>();
  for (const [position, row] of rows.entries()) {
    const split = given[position];
    if (!split) continue;
    for (const tie of tiesOf(row)) {
      const known = fixed.get(tie);
      if (!known || FOLLOWS[split] > FOLLOWS[known]) fixed.set(tie, split);
    }
  }
  return fixed;
}

function strongest(
  members: readonly number[],
  rows: readonly SplitRow[],
  fixed: ReadonlyMap<string, Split>,
): Split | undefined {
  let found: Split | undefined;
  for (const position of members)
    for (const tie of tiesOf(rows[position] as SplitRow)) {
      const split = fixed.get(tie);
      if (split && (!found || FOLLOWS[split] > FOLLOWS[found])) found = split;
    }
  return found;
}

function openWeights(plan: SplitPlan, filled: ReadonlySet<Split | null>): Map<Split, number> {
  const open = ORDER.filter((split) => split === "train" || !filled.has(split));
  const weights = open
    .map((split): [Split, number] => [split, plan.ratios[split]])
    .filter(([, weight]) => weight > 0);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  if (sum === 0) return new Map([["train", 1]]);
  return new Map(weights.map(([split, weight]) => [split, weight / sum]));
}

function* shareOut(
  clusters: readonly { key: string; members: number[] }[],
  rows: readonly SplitRow[],
  seed: number,
  weights: ReadonlyMap<Split, number>,
): Generator<[position: number, split: Split]> {
  const strata = Map.groupBy(clusters, (cluster) => commonStratum(cluster.members, rows));
  const wanted = new Map([...weights.keys()].map((split) => [split, 0]));
  for (const [, stratum] of [...strata].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const size = stratum.reduce((total, cluster) => total + cluster.members.length, 0);
    for (const [split, share] of weights)
      wanted.set(split, (wanted.get(split) ?? 0) + size * share);
    const shuffled = stratum
      .map((cluster) => ({ ...cluster, hash: seededHash(cluster.key, seed) }))
      .toSorted((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
    for (const { members } of shuffled) {
      const split = neediest(wanted);
      wanted.set(split, (wanted.get(split) ?? 0) - members.length);
      for (const position of members) yield [position, split];
    }
  }
}

/** The most frequent label of a group; of equally frequent ones the first by name. */
function commonStratum(members: readonly number[], rows: readonly SplitRow[]): string {
  if (members.length === 1) return rows[members[0] as number]?.stratum ?? "";
  const counts = new Map<string, number>();
  for (const position of members) {
    const stratum = rows[position]?.stratum ?? "";
    counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}

function neediest(wanted: ReadonlyMap<Split, number>): Split {
  let best: Split = "train";
  let most = Number.NEGATIVE_INFINITY;
  for (const [split, rows] of wanted)
    // Shares such as 80 % of 10 are not exact in binary; a billionth of a row is no need.
    if (rows > most + 1e-9) [best, most] = [split, rows];
  return best;
}
