import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { QueueName } from "#shared/features/annotations/contract.ts";
import type { DuplicateCandidate } from "#shared/features/examples/duplicates.ts";
import type { Example, ExampleFilter, HistoryEntry } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../db/open.ts";
import { installSearchFunctions } from "../search/sql-functions.ts";
import { wholeFilterSql } from "./filter/queries.ts";
import { DUE_REVISITS } from "../revisits/queries.ts";
import { installExampleIds, keyOfId, keysOfIds } from "./example-id.ts";

/** An example together with what only the backend knows of it. */
export interface ExampleRecord {
  key: number;
  annotationKey: number | null;
  unreviewed: boolean;
  disputed: boolean;
  awaitsOthers: boolean;
  example: Example;
}

export interface ExampleRow {
  id: number;
  public_id: string;
  input: string;
  payload: string | null;
  status: Example["status"];
  flagged: number;
  unreviewed: number;
  disputed: number;
  awaits_others: number;
  split: Split | null;
  group_key: string | null;
  external_id: string | null;
  fields: string;
  line_number: number | null;
  annotation_id: number | null;
  value: string | null;
  kind: Example["answeredBy"];
  file_name: string | null;
}

export const ROWS = `select e.id, t.public_id, t.input, t.payload, e.status, e.flagged, e.unreviewed, e.disputed,
    e.awaits_others, e.split, e.group_key, t.external_id, t.fields, t.line_number, e.annotation_id, a.value, n.kind, s.file_name
  from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
    left join annotator n on n.id = a.annotator_id left join source_import s on s.id = e.import_id`;

export const toRecord = (row: ExampleRow): ExampleRecord => ({
  key: row.id,
  annotationKey: row.annotation_id,
  unreviewed: row.unreviewed === 1,
  disputed: row.disputed === 1,
  awaitsOthers: row.awaits_others === 1,
  example: {
    exampleId: row.public_id,
    input: row.input,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload),
    status: row.status,
    flagged: row.flagged === 1,
    answer: row.value === null ? null : (JSON.parse(row.value) as AnswerValue),
    answeredBy: row.kind,
    split: row.split,
    group: row.group_key,
    externalId: row.external_id,
    fields: JSON.parse(row.fields) as Record<string, string>,
    source:
      row.file_name === null ? null : { fileName: row.file_name, lineNumber: row.line_number ?? 0 },
  },
});

export const QUEUES: Record<QueueName, string[]> = {
  unlabelled: ["e.status = 'unlabelled'", "e.disputed = 0", "e.awaits_others = 0"],
  skipped: ["e.status = 'skipped'"],
  // Spelled as the partial indexes are, so that SQLite may use them.
  unreviewed: ["e.unreviewed = 1"],
  flagged: ["e.flagged = 1"],
  all: [],
  disputed: ["e.disputed = 1"],
  asked: [
    `e.id in (select example_id from opinion
       where annotator_id = @me and annotation_id is null and skipped = 0)`,
  ],
  again: [`e.id in (select example_id from (${DUE_REVISITS}))`],
};

export function exampleQueries(db: Db) {
  installExampleIds(db);
  installSearchFunctions(db);
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const find = db.prepare<[{ exampleId: string }], ExampleRow>(
    `${ROWS} where e.id = (${keyOfId("@exampleId")}) and e.removed_at_ms is null`,
  );
  const findAll = db.prepare<[string], ExampleRow>(
    `${ROWS} where e.id in (select value from json_each(?)) and e.removed_at_ms is null`,
  );
  const findKey = db.prepare<[{ exampleId: string }], number>(keyOfId("@exampleId")).pluck();
  const listHistory = db.prepare<
    [number],
    { at: number; kind: HistoryEntry["answeredBy"]; value: string | null; inForce: number }
  >(
    `select a.created_at_ms as at, n.kind, a.value, a.id = e.annotation_id as inForce
     from annotation a join annotator n on n.id = a.annotator_id join example e on e.id = a.example_id
     where a.example_id = ? order by a.id`,
  );
  return {
    find: (exampleId: string): ExampleRecord | undefined => {
      const row = find.get({ exampleId });
      return row && toRecord(row);
    },
    /** In the order of the keys given; those that are not there are left out. */
    listByKeys(keys: readonly number[]): ExampleRecord[] {
      if (keys.length === 0) return [];
      const records = findAll.all(JSON.stringify(keys)).map(toRecord);
      return records.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
    },
    findKey: (exampleId: string) => findKey.get({ exampleId }),
    count(filter: ExampleFilter): number {
      const { conditions, params } = wholeFilterSql(filter, taskType.get() as TaskType);
      const where = conditions.join(" and ");
      return db
        .prepare(`select count(*) from example e where ${where}`)
        .pluck()
        .get(params) as number;
    },
    list(filter: ExampleFilter, page: { offset: number; limit: number }): ExampleRecord[] {
      const { conditions, params } = wholeFilterSql(filter, taskType.get() as TaskType);
      // Keys first: skipped rows are then never read in full.
      const rows = db.prepare<[object], ExampleRow>(
        `${ROWS} where e.id in (select e.id from example e where ${conditions.join(" and ")}
           order by e.id limit @limit offset @offset) order by e.id`,
      );
      return rows.all({ ...params, ...page }).map(toRecord);
    },
    listQueue(
      queue: QueueName,
      filter: ExampleFilter,
      page: { afterKey: number; limit: number; me: number | null; nowMs: number },
    ): ExampleRecord[] {
      const { conditions, params } = wholeFilterSql(filter, taskType.get() as TaskType);
      const where = [...conditions, ...QUEUES[queue], "e.id > @afterKey"].join(" and ");
      const rows = db.prepare<[object], ExampleRow>(
        `${ROWS} where ${where} order by e.id limit @limit`,
      );
      return rows.all({ ...params, ...page }).map(toRecord);
    },
    listHistory: (key: number): HistoryEntry[] =>
      listHistory.all(key).map((row) => ({
        atMs: row.at,
        answeredBy: row.kind,
        value: row.value === null ? null : (JSON.parse(row.value) as AnswerValue),
        inForce: row.inForce === 1,
      })),
  };
}

export function exampleChangeQueries(db: Db) {
  installExampleIds(db);
  const chosen = `id in (${keysOfIds("json_each(@exampleIds)")}) and removed_at_ms is null`;
  const setFlag = db.prepare(
    `update example set flagged = @flagged where ${chosen} and flagged <> @flagged`,
  );
  const remove = db.prepare(`update example set removed_at_ms = @atMs where ${chosen}`);
  const removeByKey = db.prepare(
    "update example set removed_at_ms = @atMs where id in (select value from json_each(@keys))",
  );

  return {
    /** Each returns how many examples changed. */
    setFlag: (exampleIds: string[], flagged: boolean): number =>
      setFlag.run({ exampleIds: JSON.stringify(exampleIds), flagged: Number(flagged) }).changes,
    remove: (exampleIds: string[], atMs: number): number =>
      remove.run({ exampleIds: JSON.stringify(exampleIds), atMs }).changes,
    removeByKey: (keys: number[], atMs: number): number =>
      removeByKey.run({ keys: JSON.stringify(keys), atMs }).changes,
  };
}

export function duplicateQueries(db: Db) {
  const sameHash = db.prepare<
    [],
    Omit<DuplicateCandidate, "answer"> & { hash: number; value: string | null }
  >(
    `with same as materialized (
       select id, input_hash, split, annotation_id from example where removed_at_ms is null and input_hash in
         (select input_hash from example where removed_at_ms is null
          group by input_hash having count(*) > 1))
     select e.id as key, e.input_hash as hash, t.input, t.payload, e.split, a.value
     from same e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
     order by e.input_hash, e.id`,
  );

  return {
    /** Examples that share their hash with another one, those with equal hashes side by side. */
    *sameHash(): Generator<DuplicateCandidate & { hash: number }> {
      for (const { value, ...row } of sameHash.iterate())
        yield { ...row, answer: value === null ? null : (JSON.parse(value) as AnswerValue) };
    },
  };
}
export type DuplicateQueries = ReturnType<typeof duplicateQueries>;
