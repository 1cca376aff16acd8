import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { assignSplits } from "#shared/features/versions/assign-splits.ts";
import type { SplitCounts, SplitPlan } from "#shared/features/versions/contract.ts";
import { freezeAnswer } from "#shared/features/versions/freeze-answer.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import { Split } from "#shared/features/versions/split.ts";
import type { FreezableRow, VersionQueries } from "./queries.ts";

export interface SharedOut {
  /** Keys of the examples of each split, in frozen order. */
  bySplit: Record<Split, number[]>;
  counts: SplitCounts;
  groups: number;
  total: number;
}

/** Gives every answered example its split; reads only what that takes. */
export function shareOut(queries: VersionQueries, plan: SplitPlan): SharedOut {
  const keys = queries.listFreezable();
  const { splits, groups } = assignSplits(keys, plan);
  const bySplit: Record<Split, number[]> = { train: [], validation: [], test: [] };
  for (const [index, split] of splits.entries()) bySplit[split].push(keys[index]?.key as number);
  const counts: SplitCounts = {
    train: bySplit.train.length,
    validation: bySplit.validation.length,
    test: bySplit.test.length,
  };
  return { bySplit, counts, groups, total: keys.length };
}

/** The rows as they would be frozen, one at a time: train, then validation, then test. */
export function* frozenRows(
  queries: VersionQueries,
  bySplit: SharedOut["bySplit"],
): Generator<FrozenExample> {
  const names = new Map(queries.labels().map((label) => [label.labelId, label.name]));
  for (const split of Split.options)
    for (const key of bySplit[split]) yield freezeRow(queries.getFreezable(key), split, names);
}

function freezeRow(
  row: FreezableRow,
  split: Split,
  names: ReadonlyMap<string, string>,
): FrozenExample {
  return {
    exampleId: row.exampleId,
    externalId: row.externalId,
    group: row.group,
    split,
    input: row.input,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as FrozenExample["payload"]),
    answer: freezeAnswer(JSON.parse(row.value) as AnswerValue, (id) => names.get(id) ?? id),
  };
}
