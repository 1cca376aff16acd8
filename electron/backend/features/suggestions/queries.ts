import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import { answerLabels } from "#shared/features/annotations/answer-texts.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Sitting } from "#shared/features/suggestions/contract.ts";
import type { Db } from "../../db/open.ts";
import { installExampleIds, keysOfIds } from "../examples/example-id.ts";
import type { ProposedRow } from "./learn-task.ts";

/** An example as the desk asks about it, with what is proposed for it. */
export interface AskedRow {
  exampleId: string;
  key: number;
  input: string;
  payload: ExamplePayload | null;
  /** Nobody has answered it, and only one person is asked. */
  isOpen: boolean;
  value: AnswerValue | null;
  confidence: number;
  source: string | null;
}

interface StoredRow {
  exampleId: string;
  key: number;
  input: string;
  payload: string | null;
  isOpen: 0 | 1;
  value: string | null;
  confidence: number | null;
  source: string | null;
}

/** What is proposed, and what became of it. */
export function suggestionQueries(db: Db) {
  installExampleIds(db);
  const list = db.prepare<[{ exampleIds: string }], StoredRow>(
    `select t.public_id as exampleId, e.id as key, t.input, t.payload, s.value, s.confidence, s.source,
       e.status = 'unlabelled' and e.disputed = 0 and e.awaits_others = 0
         and not exists (select 1 from opinion o where o.example_id = e.id) as isOpen
     from (${keysOfIds("json_each(@exampleIds)")}) k join example e on e.id = k.id
       join example_text t on t.id = e.id left join suggestion s on s.example_id = e.id
     where e.removed_at_ms is null`,
  );
  const put = db.prepare(
    `insert into suggestion (example_id, value, confidence, uncertainty, source, made_at_ms)
     select @exampleKey, @value, @confidence, @uncertainty, @source, @atMs
     where exists (select 1 from example where id = @exampleKey)
     on conflict (example_id) do update set value = excluded.value, confidence = excluded.confidence,
       uncertainty = excluded.uncertainty, source = excluded.source, made_at_ms = excluded.made_at_ms`,
  );
  const unrank = db.prepare(
    "update suggestion set diversity_rank = null where diversity_rank is not null",
  );
  const rank = db.prepare(
    `insert into suggestion (example_id, diversity_rank, source, made_at_ms)
     select @exampleKey, @place, @source, @atMs where exists (select 1 from example where id = @exampleKey)
     on conflict (example_id) do update set diversity_rank = excluded.diversity_rank`,
  );
  const dropOld = db.prepare(
    "delete from suggestion where source = 'instant' and made_at_ms < @beforeMs and diversity_rank is null",
  );
  const dropAll = db.prepare("delete from suggestion");
  const dropAllOf = db.prepare(
    "update suggestion set value = null, confidence = null, uncertainty = null",
  );

  return {
    list: (exampleIds: readonly string[]): AskedRow[] =>
      list.all({ exampleIds: JSON.stringify(exampleIds) }).map((row) => ({
        ...row,
        payload: row.payload === null ? null : (JSON.parse(row.payload) as ExamplePayload),
        isOpen: row.isOpen === 1,
        value: row.value === null ? null : (JSON.parse(row.value) as AnswerValue),
        confidence: row.confidence ?? 0,
      })),
    put: (rows: readonly ProposedRow[], source: string, atMs: number): void =>
      db.transaction(() => {
        for (const row of rows) put.run({ ...row, source, atMs });
      })(),
    rank: (keys: readonly number[], source: string, atMs: number): void =>
      db.transaction(() => {
        unrank.run();
        keys.forEach((exampleKey, place) => rank.run({ exampleKey, place, source, atMs }));
      })(),
    dropOld: (beforeMs: number) => void dropOld.run({ beforeMs }),
    /** Nothing is proposed any more; the places in the orders stay. */
    dropValues: () => void dropAllOf.run(),
    dropAll: () => void dropAll.run(),
  };
}

export type SuggestionQueries = ReturnType<typeof suggestionQueries>;

/** What was proposed when an answer was given. */
export function suggestionUseQueries(db: Db) {
  const insert = db.prepare(
    `insert or ignore into suggestion_use (annotation_id, example_id, value, source, shown)
     values (@annotationKey, @exampleKey, @value, @source, @shown)`,
  );
  // Only answers that still hold: of an answer that was changed or taken back, the present one counts.
  const inForce = db.prepare<[], { proposed: string; given: string; shown: 0 | 1 }>(
    `select u.value as proposed, a.value as given, u.shown from suggestion_use u
       join example e on e.id = u.example_id and e.annotation_id = u.annotation_id
       join annotation a on a.id = u.annotation_id
     where e.removed_at_ms is null and a.value is not null`,
  );
  const dropTexts = db.prepare(
    "delete from suggestion_use where value ->> 'kind' in ('write', 'chat')",
  );
  return {
    insert: (use: {
      annotationKey: number;
      exampleKey: number;
      value: AnswerValue;
      source: string;
      shown: boolean;
    }) => void insert.run({ ...use, value: JSON.stringify(use.value), shown: use.shown ? 1 : 0 }),
    *inForce() {
      for (const { proposed, given, shown } of inForce.iterate())
        yield {
          proposed: JSON.parse(proposed) as AnswerValue,
          given: JSON.parse(given) as AnswerValue,
          shown: shown === 1,
        };
    },
    /** Proposed texts were somebody's answers; when one of those is deleted for ever, none may be left here. */
    dropTexts: () => void dropTexts.run(),
  };
}

/** What the task is at this moment. */
export interface TaskNow {
  taskType: TaskType;
  systemPrompt: string;
  labels: { labelId: string; name: string; description: string }[];
}

export function taskQueries(db: Db) {
  const project = db.prepare<[], Pick<TaskNow, "taskType" | "systemPrompt">>(
    "select task_type as taskType, system_prompt as systemPrompt from project",
  );
  const labels = db.prepare<[], TaskNow["labels"][number]>(
    `select public_id as labelId, name, description from label where removed_at_ms is null
     order by position`,
  );
  return (): TaskNow => ({
    ...(project.get() as Pick<TaskNow, "taskType" | "systemPrompt">),
    labels: labels.all(),
  });
}

/** What a person answered, latest first. */
export function sittingQueries(db: Db) {
  const latest = db.prepare<
    [{ me: number | null }],
    { value: string | null; counts: 0 | 1; createdAtMs: number }
  >(
    // Of everybody, so that the search ends at the moment asked for and not with the first answer of all.
    `select a.value, a.created_at_ms as createdAtMs, a.annotator_id is @me and e.annotation_id is a.id
       and e.removed_at_ms is null and a.value is not null as counts
     from annotation a join example e on e.id = a.example_id order by a.id desc`,
  );
  return {
    /** Only answers that still hold are counted. */
    since(me: number | null, sinceMs: number): Sitting {
      const perLabel = new Map<string, number>();
      let answers = 0;
      for (const { value, counts, createdAtMs } of latest.iterate({ me })) {
        if (createdAtMs < sinceMs) break;
        if (counts === 0 || value === null) continue;
        answers += 1;
        for (const labelId of answerLabels(JSON.parse(value) as AnswerValue))
          perLabel.set(labelId, (perLabel.get(labelId) ?? 0) + 1);
      }
      const gained = [...perLabel].map(([labelId, count]) => ({ labelId, answers: count }));
      return { answers, perLabel: gained.toSorted((a, b) => b.answers - a.answers) };
    },
  };
}
