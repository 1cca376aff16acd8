import type { DatasetVersion, SplitCounts, SplitPlan } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { SplitRow } from "#shared/features/versions/assign-splits.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";

export interface ProjectDefinition {
  taskType: TaskType;
  systemPrompt: string;
  guideline: string;
}
export interface LabelRow {
  labelId: string;
  name: string;
  description: string;
  removed: 0 | 1;
}
/** What sharing out needs to know of an answered example; `key` finds the whole of it again. */
export interface FreezableKey extends SplitRow {
  key: number;
}
export interface FreezableRow {
  exampleId: string;
  externalId: string | null;
  group: string | null;
  input: string;
  payload: string | null;
  value: string;
}
interface VersionRow {
  id: number;
  public_id: string;
  number: number;
  content_hash: string;
  task_type: TaskType;
  plan: string;
  counts: string;
  labels: string;
  system_prompt: string;
  guideline: string;
  created_at_ms: number;
}
interface FrozenRow {
  position: number;
  split: Split;
  example_public_id: string;
  external_id: string | null;
  group_key: string | null;
  input: string;
  payload: string | null;
  answer: string;
}

const toVersion = (row: VersionRow): DatasetVersion => ({
  versionId: row.public_id,
  number: row.number,
  contentHash: row.content_hash,
  taskType: row.task_type,
  plan: JSON.parse(row.plan) as SplitPlan,
  counts: JSON.parse(row.counts) as SplitCounts,
  labels: JSON.parse(row.labels) as DatasetVersion["labels"],
  systemPrompt: row.system_prompt,
  guideline: row.guideline,
  createdAtMs: row.created_at_ms,
});

const toFrozen = (row: FrozenRow): FrozenExample => ({
  exampleId: row.example_public_id,
  externalId: row.external_id,
  group: row.group_key,
  split: row.split,
  input: row.input,
  payload: row.payload === null ? null : (JSON.parse(row.payload) as FrozenExample["payload"]),
  answer: JSON.parse(row.answer) as FrozenExample["answer"],
});

/** Reading the project as it stands, before it is frozen. */
function freezableQueries(db: Db) {
  const definition = db.prepare<[], ProjectDefinition>(
    `select p.task_type as taskType, p.system_prompt as systemPrompt, coalesce(g.body, '') as guideline
     from project p left join guideline g on g.id = p.guideline_id`,
  );
  const labels = db.prepare<[], LabelRow>(
    `select public_id as labelId, name, description, removed_at_ms is not null as removed
     from label order by position, id`,
  );
  const keys = db.prepare<[], FreezableKey>(
    `select e.id as key, e.group_key as "group", cast(e.input_hash as text) as inputHash,
       e.split as given, l.name as stratum
     from example e join annotation a on a.id = e.annotation_id
       left join label l on l.id = e.label_id and a.value ->> 'kind' = 'classify'
     where e.removed_at_ms is null and e.status = 'labelled'
       and a.value ->> 'kind' = (select task_type from project)
     order by e.id`,
  );
  const countExamples = db
    .prepare<[], number>("select count(*) from example where removed_at_ms is null")
    .pluck();
  const getRow = db.prepare<[number], FreezableRow>(
    `select t.public_id as exampleId, t.external_id as externalId, e.group_key as "group",
       t.input, t.payload, a.value
     from example e join example_text t on t.id = e.id join annotation a on a.id = e.annotation_id
     where e.id = ?`,
  );
  return {
    definition: () => definition.get() as ProjectDefinition,
    labels: () => labels.all(),
    /** Answered examples in the order they came in. */
    listFreezable: () => keys.all(),
    countExamples: () => countExamples.get() as number,
    getFreezable: (key: number) => getRow.get(key) as FreezableRow,
  };
}

export function versionQueries(db: Db) {
  const insertVersion = db.prepare(
    `insert into dataset_version (public_id, number, content_hash, task_type, plan, counts, labels,
       system_prompt, guideline, created_at_ms)
     values (@versionId, @number, @contentHash, @taskType, @plan, @counts, @labels, @systemPrompt,
       @guideline, @createdAtMs)`,
  );
  const insertRow = db.prepare(
    `insert into version_example (version_id, position, split, example_public_id, external_id,
       group_key, input, payload, answer)
     values (@versionKey, @position, @split, @exampleId, @externalId, @group, @input, @payload, @answer)`,
  );
  const nextNumber = db
    .prepare<[], number>("select coalesce(max(number), 0) + 1 from dataset_version")
    .pluck();
  const list = db.prepare<[], VersionRow>("select * from dataset_version order by number desc");
  const find = db.prepare<[string], VersionRow>(
    "select * from dataset_version where public_id = ?",
  );
  const findByHash = db.prepare<[string], VersionRow>(
    "select * from dataset_version where content_hash = ?",
  );
  const rows = db.prepare<[string, Split, number, number], FrozenRow>(
    `select r.* from version_example r join dataset_version v on v.id = r.version_id
     where v.public_id = ? and r.split = ? and r.position > ? order by r.position limit ?`,
  );
  const hasOriginals = db
    .prepare<[string], number>(
      `select exists (select 1 from version_example r join dataset_version v on v.id = r.version_id
       where v.public_id = ? and v.task_type = 'write' and r.answer ->> 'original' is not null)`,
    )
    .pluck();
  const allRows = db.prepare<[string], FrozenRow>(
    `select r.* from version_example r join dataset_version v on v.id = r.version_id
     where v.public_id = ? order by r.position`,
  );

  return {
    ...freezableQueries(db),
    nextNumber: () => nextNumber.get() as number,
    insert: (version: DatasetVersion): number =>
      insertVersion.run({
        ...version,
        plan: JSON.stringify(version.plan),
        counts: JSON.stringify(version.counts),
        labels: JSON.stringify(version.labels),
      }).lastInsertRowid as number,
    insertRow: (versionKey: number, position: number, example: FrozenExample) =>
      void insertRow.run({
        ...example,
        versionKey,
        position,
        payload: example.payload === null ? null : JSON.stringify(example.payload),
        answer: JSON.stringify(example.answer),
      }),
    list: () => list.all().map(toVersion),
    find: (versionId: string) => {
      const row = find.get(versionId);
      return row && toVersion(row);
    },
    findByHash: (contentHash: string) => {
      const row = findByHash.get(contentHash);
      return row && toVersion(row);
    },
    /** At most `limit` rows of a split after `position`, with the position of the last. */
    rowsAfter(versionId: string, split: Split, position: number, limit: number) {
      const found = rows.all(versionId, split, position, limit);
      return { examples: found.map(toFrozen), last: found.at(-1)?.position ?? position };
    },
    hasOriginals: (versionId: string) => hasOriginals.get(versionId) === 1,
    *allRows(versionId: string): Generator<FrozenExample> {
      for (const row of allRows.iterate(versionId)) yield toFrozen(row);
    },
  };
}
export type VersionQueries = ReturnType<typeof versionQueries>;
