import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { ExampleStatus } from "#shared/features/examples/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../../db/open.ts";

/** An example as it stands when a changed row reaches it. */
export interface Standing {
  input: string;
  fields: string;
  externalId: string | null;
  payload: string | null;
  group: string | null;
  split: Split | null;
  status: ExampleStatus;
  flagged: number;
  unreviewed: number;
  annotationKey: number | null;
  labelKey: number | null;
  removed: number;
  /** Who gave the answer in force. */
  answeredBy: "person" | "import" | "suggestion" | null;
  answer: AnswerValue | null;
  /** The latest answer that came with a file, in force or not. */
  fileAnswer: AnswerValue | null;
}
type StandingRow = Omit<Standing, "answer" | "fileAnswer"> & {
  value: string | null;
  fileValue: string | null;
};

export interface NewState {
  key: number;
  hash: number;
  characters: number;
  group: string | null;
  split: Split | null;
  status: ExampleStatus;
  flagged: number;
  unreviewed: number;
  annotationKey: number | null;
  labelKey: number | null;
}

/** Changes examples that are in the project already; call within a recorded transaction. */
export function updatingQueries(db: Db) {
  const find = db.prepare<[number], StandingRow>(
    `select t.input, t.fields, t.external_id as externalId, t.payload,
       e.group_key as "group", e.split, e.status, e.flagged, e.unreviewed,
       e.annotation_id as annotationKey, e.label_id as labelKey,
       e.removed_at_ms is not null as removed, n.kind as answeredBy, a.value,
       (select f.value from annotation f join annotator m on m.id = f.annotator_id
        where f.example_id = e.id and m.kind = 'import' and f.value is not null
        order by f.id desc limit 1) as fileValue
     from example e join example_text t on t.id = e.id
       left join annotation a on a.id = e.annotation_id left join annotator n on n.id = a.annotator_id
     where e.id = ?`,
  );
  const setText = db.prepare(
    `update example_text set input = @input, payload = @payload, fields = @fields,
       external_id = @externalId
     where id = @key`,
  );
  const setState = db.prepare(
    `update example set input_hash = @hash, characters = @characters, group_key = @group,
       split = @split, status = @status, flagged = @flagged, unreviewed = @unreviewed,
       annotation_id = @annotationKey, label_id = @labelKey, annotator_id = a.annotator_id,
       answered_at_ms = a.created_at_ms
     from (select 1) left join annotation a on a.id = @annotationKey where example.id = @key`,
  );
  const insertAnnotation = db.prepare(
    `insert into annotation (example_id, annotator_id, supersedes_id, value, created_at_ms)
     values (@key, @annotatorKey, @supersedesKey, @value, @atMs)`,
  );
  const startedAt = db
    .prepare<[number], number>("select started_at_ms from source_import where id = ?")
    .pluck();
  const markStale = db.prepare("insert or ignore into search_stale (example_id) values (?)");

  return {
    find(key: number): Standing | undefined {
      const row = find.get(key);
      if (!row) return undefined;
      const { value, fileValue, ...standing } = row;
      return { ...standing, answer: parse(value), fileAnswer: parse(fileValue) };
    },
    setText: (text: {
      key: number;
      input: string;
      payload: string | null;
      fields: string;
      externalId: string | null;
    }) => void setText.run(text),
    setState: (state: NewState) => void setState.run(state),
    /** Answers of one import all carry the moment at which it began, so that it can be rolled back. */
    insertAnnotation: (annotation: {
      key: number;
      annotatorKey: number;
      supersedesKey: number | null;
      value: string;
      atMs: number;
    }): number => Number(insertAnnotation.run(annotation).lastInsertRowid),
    startedAt: (importKey: number) => startedAt.get(importKey) ?? 0,
    markStale: (key: number) => void markStale.run(key),
  };
}

const parse = (value: string | null) =>
  value === null ? null : (JSON.parse(value) as AnswerValue);
