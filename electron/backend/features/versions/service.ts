import { AppError } from "#shared/errors/app-error.ts";
import type { DatasetVersion, SplitCounts, SplitPlan } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { FrozenDataset } from "../../providers/provider.ts";
import { hashContent, isAsFrozen } from "./content-hash.ts";
import { frozenRows, shareOut } from "./draft.ts";
import { versionQueries } from "./queries.ts";

/** Rows read at a time where a whole split could be too much for memory. */
const BATCH = 1000;

/** Freezing examples into dataset versions that nothing can reach any more, and reading them back. */
export function createVersionService(
  db: Db,
  { withRules }: { withRules: (guideline: string) => string },
) {
  const queries = versionQueries(db);

  function draftVersion(plan: SplitPlan, counts: SplitCounts): Omit<DatasetVersion, "contentHash"> {
    const definition = queries.definition();
    return {
      versionId: newId(),
      number: queries.nextNumber(),
      plan,
      counts,
      ...definition,
      guideline: withRules(definition.guideline),
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
      const { counts, groups, total } = shareOut(queries, plan);
      return { counts, groups, leftOut: queries.countExamples() - total };
    },

    /** Content that is already frozen, splits included, gives back the version that holds it. */
    freeze: (plan: SplitPlan): DatasetVersion =>
      db.transaction(() => {
        const { bySplit, counts, total } = shareOut(queries, plan);
        if (total === 0) throw new AppError("nothingToFreeze");
        const draft = draftVersion(plan, counts);
        const contentHash = hashContent(draft, frozenRows(queries, bySplit));
        const known = queries.findByHash(contentHash);
        if (known) return known;
        const version = { ...draft, contentHash };
        const versionKey = queries.insert(version);
        let position = 0;
        for (const row of frozenRows(queries, bySplit)) {
          queries.insertRow(versionKey, position, row);
          position += 1;
        }
        return version;
      })(),

    list: () => queries.list(),
    get,
    /** The rows of a split in frozen order, a thousand at a time; other work may happen in between. */
    rowBatches,
    /** Whether any response of a version grew out of a given text. */
    hasOriginals: (versionId: string) => queries.hasOriginals(versionId),
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
