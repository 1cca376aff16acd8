import type { QueueName } from "#shared/features/annotations/contract.ts";
import { AppError } from "#shared/errors/app-error.ts";
import type { Example, ExampleFilter, HistoryEntry } from "#shared/features/examples/contract.ts";
import { hideAnswer } from "#shared/features/examples/hide-answer.ts";
import { surplusOf } from "#shared/features/examples/duplicates.ts";
import type { Db } from "../../db/open.ts";
import { listDuplicateGroups } from "./duplicate-groups.ts";
import {
  duplicateQueries,
  exampleChangeQueries,
  exampleQueries,
  type ExampleRecord,
} from "./queries.ts";
import { savedFilterQueries } from "./saved-filters/queries.ts";

/** The examples of the open project: finding, flagging and putting them away. */
export function createExampleService(
  db: Db,
  isAsked: (exampleKey: number) => boolean,
  onAnswerShown: (exampleKey: number) => void,
) {
  const queries = exampleQueries(db);
  const changes = exampleChangeQueries(db);
  const savedFilters = savedFilterQueries(db);
  const duplicates = duplicateQueries(db);

  function getRecord(exampleId: string): ExampleRecord {
    const record = queries.find(exampleId);
    if (!record) throw new AppError("notFound", { thing: "example" });
    return record;
  }

  return {
    getRecord,
    listRecords: (keys: readonly number[]) => queries.listByKeys(keys),

    list: (input: { filter: ExampleFilter; offset: number; limit: number }) => ({
      total: queries.count(input.filter),
      rows: queries
        .list(input.filter, { offset: input.offset, limit: input.limit })
        .map(({ key, example }) => (isAsked(key) ? hideAnswer(example) : example)),
    }),

    /** Strictly after the example given, in file order; the caller starts over when the end is reached. */
    listQueue(input: {
      queue: QueueName;
      filter: ExampleFilter;
      afterExampleId?: string | undefined;
      limit: number;
      me: number | null;
    }): ExampleRecord[] {
      const afterKey =
        input.afterExampleId === undefined ? 0 : queries.findKey(input.afterExampleId);
      if (afterKey === undefined) throw new AppError("notFound", { thing: "example" });
      return queries.listQueue(input.queue, input.filter, {
        afterKey,
        limit: input.limit,
        me: input.me,
        nowMs: Date.now(),
      });
    },

    get(exampleId: string): Example & { history: HistoryEntry[] } {
      const { key, example } = getRecord(exampleId);
      if (isAsked(key)) return { ...hideAnswer(example), history: [] };
      onAnswerShown(key);
      return { ...example, history: queries.listHistory(key) };
    },

    listFilters: savedFilters.list,
    saveFilter(name: string, filter: ExampleFilter) {
      savedFilters.save(name, filter);
      return savedFilters.list();
    },
    removeFilter(filterId: string) {
      savedFilters.remove(filterId);
      return savedFilters.list();
    },

    setFlag: (exampleIds: string[], flagged: boolean) => ({
      changed: changes.setFlag(exampleIds, flagged),
    }),

    remove: (exampleIds: string[]) => ({ changed: changes.remove(exampleIds, Date.now()) }),

    removeDuplicates() {
      const keys: number[] = [];
      for (const group of listDuplicateGroups(duplicates))
        for (const { key } of surplusOf(group)) keys.push(key);
      return { changed: changes.removeByKey(keys, Date.now()) };
    },
  };
}
export type ExampleService = ReturnType<typeof createExampleService>;
