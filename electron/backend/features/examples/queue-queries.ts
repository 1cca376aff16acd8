import type { QueueName } from "#shared/features/annotations/contract.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Candidate } from "#shared/features/suggestions/value-per-second.ts";
import type { Db } from "../../db/open.ts";
import { wholeFilterSql } from "./filter/queries.ts";
import { type ExampleRecord, type ExampleRow, QUEUES, ROWS, toRecord } from "./queries.ts";

/** Which examples are meant: a queue as one person sees it at one moment, narrowed by a filter. */
export interface QueueScope {
  queue: QueueName;
  filter: ExampleFilter;
  me: number | null;
  nowMs: number;
}

export interface QuickRow extends Candidate {
  key: number;
  characters: number;
  proposed: string | null;
}

/** The keys of a queue in other orders than the file's; rows are read only for those shown. */
export function queueQueries(db: Db) {
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const highest = db.prepare<[], number>("select coalesce(max(id), 0) from example").pluck();

  function scopeSql({ queue, filter, me, nowMs }: QueueScope) {
    const { conditions, params } = wholeFilterSql(filter, taskType.get() as TaskType);
    return {
      where: [...conditions, ...QUEUES[queue]].join(" and "),
      params: { ...params, me, nowMs },
    };
  }

  function listRanked(scope: QueueScope, column: string, order: string): number[] {
    const { where, params } = scopeSql(scope);
    return db
      .prepare<[object], number>(
        `select e.id from suggestion s cross join example e on e.id = s.example_id
         where s.${column} is not null and ${where} order by s.${column} ${order}, s.example_id`,
      )
      .pluck()
      .all(params);
  }

  return {
    highestKey: () => highest.get() ?? 0,

    /** In file order, strictly after a key. */
    listAfter(scope: QueueScope, afterKey: number, limit: number): number[] {
      const { where, params } = scopeSql(scope);
      return db
        .prepare<[object], number>(
          `select e.id from example e where ${where} and e.id > @afterKey order by e.id limit @limit`,
        )
        .pluck()
        .all({ ...params, afterKey, limit });
    },

    /** Tells of one key after the other whether it belongs. */
    isIn(scope: QueueScope): (key: number) => boolean {
      const { where, params } = scopeSql(scope);
      const test = db
        .prepare<[object], number>(`select 1 from example e where e.id = @key and ${where}`)
        .pluck();
      return (key) => test.get({ ...params, key }) === 1;
    },

    listUnsure: (scope: QueueScope) => listRanked(scope, "uncertainty", "desc"),
    listDiverse: (scope: QueueScope) => listRanked(scope, "diversity_rank", "asc"),

    listQuick(scope: QueueScope): Omit<QuickRow, "labelShare">[] {
      const { where, params } = scopeSql(scope);
      return db
        .prepare<[object], Omit<QuickRow, "labelShare">>(
          `select e.id as key, e.characters, s.uncertainty, s.diversity_rank as diversityRank,
             s.value as proposed
           from suggestion s cross join example e on e.id = s.example_id where ${where}`,
        )
        .all(params);
    },

    /** In the order given; what left the queue meanwhile is left out. */
    listRecords(scope: QueueScope, keys: readonly number[]): ExampleRecord[] {
      const { where, params } = scopeSql(scope);
      const rows = db
        .prepare<[object], ExampleRow>(
          `${ROWS} where e.id in (select value from json_each(@keys)) and ${where}`,
        )
        .all({ ...params, keys: JSON.stringify(keys) });
      const byKey = new Map(rows.map((row) => [row.id, row]));
      return keys.flatMap((key) => {
        const row = byKey.get(key);
        return row ? [toRecord(row)] : [];
      });
    },
  };
}
export type QueueQueries = ReturnType<typeof queueQueries>;
