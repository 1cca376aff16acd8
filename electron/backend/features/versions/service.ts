import { createHash } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { assignSplits } from "#shared/features/versions/assign-splits.ts";
import { canonicalHeader, canonicalRow } from "#shared/features/versions/canonical-form.ts";
import type { DatasetVersion, SplitCounts, SplitPlan } from "#shared/features/versions/contract.ts";
import { freezeAnswer } from "#shared/features/versions/freeze-answer.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { FrozenDataset } from "../../providers/provider.ts";
import { type FreezableRow, versionQueries } from "./queries.ts";

/** Rows read at a time where a whole split could be too much for memory. */
const BATCH = 1000;

/** Freezing examples into dataset versions that nothing can reach any more, and reading them back. */
export function createVersionService(db: Db) {
  const queries = versionQueries(db);

  function shareOut(plan: SplitPlan) {
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

  function* frozenRows(bySplit: Record<Split, number[]>): Generator<FrozenExample> {
    const names = new Map(queries.labels().map((label) => [label.labelId, label.name]));
    for (const split of Split.options)
      for (const key of bySplit[split]) yield freezeRow(queries.getFreezable(key), split, names);
  }

  function draftVersion(plan: SplitPlan, counts: SplitCounts): Omit<DatasetVersion, "contentHash"> {
    return {
      versionId: newId(),
      number: queries.nextNumber(),
      plan,
      counts,
      ...queries.definition(),
      labels: queries
        .labels()
        .filter((label) => label.removed === 0)
        .map(({ labelId, name, description }) => ({ labelId, name, description })),
      createdAtMs: Date.now(),
    };
  }

  const get = (versionId: string): DatasetVersion => {
    const version = queries.find(versionId);
    if (!version) throw new AppError("notFound", { thing: "dataset version" });
    return version;
  };

  function* rowBatches(versionId: string, split: Split): Generator<FrozenExample[]> {
    for (let position = -1; ;) {
      const { examples, last } = queries.rowsAfter(versionId, split, position, BATCH);
      if (examples.length > 0) yield examples;
      if (examples.length < BATCH) return;
      position = last;
    }
  }

  return {
    preview(plan: SplitPlan) {
      const { counts, groups, total } = shareOut(plan);
      return { counts, groups, leftOut: queries.countExamples() - total };
    },

    /** Content that is already frozen, splits included, gives back the version that holds it. */
    freeze: (plan: SplitPlan): DatasetVersion =>
      db.transaction(() => {
        const { bySplit, counts, total } = shareOut(plan);
        if (total === 0) throw new AppError("nothingToFreeze");
        const draft = draftVersion(plan, counts);
        const contentHash = hashContent(draft, frozenRows(bySplit));
        const known = queries.findByHash(contentHash);
        if (known) return known;
        const version = { ...draft, contentHash };
        const versionKey = queries.insert(version);
        let position = 0;
        for (const row of frozenRows(bySplit)) {
          queries.insertRow(versionKey, position, row);
          position += 1;
        }
        return version;
      })(),

    list: () => queries.list(),
    get,
    /** The rows of a split in frozen order, a thousand at a time; other work may happen in between. */
    rowBatches,
    /** A version as providers see it. */
    dataset(versionId: string): FrozenDataset {
      const version = get(versionId);
      return { version, rows: (split) => [...rowBatches(versionId, split)].flat() };
    },
    /** Recomputes every version's hash from its rows; names the versions that are not what was frozen. */
    verifyHashes: (): string[] =>
      queries
        .list()
        .filter((version) => !isAsFrozen(version, queries.allRows(version.versionId)))
        .map((version) => `version ${version.number}`),
  };
}
export type VersionService = ReturnType<typeof createVersionService>;

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

function hashContent(
  version: Pick<DatasetVersion, "taskType" | "labels" | "systemPrompt" | "guideline">,
  rows: Iterable<FrozenExample>,
): string {
  const hash = createHash("sha256").update(canonicalHeader(version));
  for (const row of rows) hash.update(canonicalRow(row));
  return hash.digest("hex");
}

function isAsFrozen(version: DatasetVersion, rows: Iterable<FrozenExample>): boolean {
  try {
    return hashContent(version, rows) === version.contentHash;
  } catch (error) {
    // Rows that were tampered with may not even be JSON any more.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
