import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";

/** What one person says to an example that others were asked about too. */
export interface StatedRow {
  example: number;
  annotatorId: string;
  value: string;
  /** Code points of the text, up to a NUL if there is one. */
  length: number;
}

/** What one person said to an example at two times. */
export interface RepeatedRow {
  annotatorId: string;
  first: string;
  second: string;
  length: number;
}

/** What measuring reads; runs on the worker's own connection. */
export function measuringQueries(db: Db) {
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const stated = db.prepare<[], StatedRow>(
    `select o.example_id as example, n.public_id as annotatorId, a.value,
       iif(p.task_type = 'extract', length(t.input), 0) as length
     from opinion o join example e on e.id = o.example_id join example_text t on t.id = e.id
       join annotation a on a.id = o.annotation_id join annotator n on n.id = o.annotator_id, project p
     where e.removed_at_ms is null and a.value is not null order by o.example_id, o.annotator_id`,
  );
  // Where the second look was passed over, the newest answer is still the first one.
  const repeated = db.prepare<[], RepeatedRow>(
    `select n.public_id as annotatorId, f.value as first, s.value as second,
       iif(p.task_type = 'extract', length(t.input), 0) as length
     from revisit r join example e on e.id = r.example_id join example_text t on t.id = e.id
       join annotation f on f.id = r.first_annotation_id
       join annotation s on s.id = r.second_annotation_id
       join annotator n on n.id = r.annotator_id, project p
     where r.reason = 'consistency' and r.done_at_ms is not null and e.removed_at_ms is null
       and f.value is not null and s.value is not null and s.id > f.id order by r.id`,
  );
  return {
    taskType: () => taskType.get() as TaskType,
    stated: () => stated.iterate(),
    repeated: () => repeated.iterate(),
  };
}

export interface PersonRow {
  key: number;
  annotatorId: string;
  name: string;
}

interface AnswerRow extends PersonRow {
  annotationId: string;
  value: string;
  atMs: number;
}

/** Disputes and their decisions, and who the people are. */
export function disputeQueries(db: Db) {
  const revision = db.prepare<[], number>("select revision from project").pluck();
  const people = db.prepare<[], PersonRow>(
    `select id as key, public_id as annotatorId, name from annotator where id in
       (select annotator_id from opinion union select annotator_id from revisit) order by name, id`,
  );
  /** Asked oneself, and not answered yet: what others say stays out of sight until then. */
  const OPEN = `from example e where e.disputed = 1 and e.removed_at_ms is null and not exists
    (select 1 from opinion o where o.example_id = e.id and o.annotator_id = @me
       and o.annotation_id is null and o.skipped = 0)`;
  const count = db.prepare<[{ me: number | null }], number>(`select count(*) ${OPEN}`).pluck();
  const list = db.prepare<
    [{ me: number | null; limit: number; offset: number; characters: number }],
    { exampleId: string; excerpt: string }
  >(
    `select t.public_id as exampleId, substr(t.input, 1, @characters) as excerpt
     from (select e.id ${OPEN} order by e.id limit @limit offset @offset) d
       join example_text t on t.id = d.id order by t.id`,
  );
  const answers = db.prepare<[number], AnswerRow>(
    `select n.id as key, n.public_id as annotatorId, n.name, a.public_id as annotationId, a.value,
       a.created_at_ms as atMs
     from opinion o join annotation a on a.id = o.annotation_id join annotator n on n.id = o.annotator_id
     where o.example_id = ? and a.value is not null order by o.id`,
  );
  const decision = db.prepare<
    [number],
    PersonRow & { value: string; comment: string; atMs: number }
  >(
    `select n.id as key, n.public_id as annotatorId, n.name, a.value, d.comment,
       d.decided_at_ms as atMs
     from adjudication d join annotation a on a.id = d.annotation_id
       join annotator n on n.id = d.annotator_id
     where d.example_id = ? and d.withdrawn_at_ms is null
     order by d.decided_at_ms desc, a.public_id desc limit 1`,
  );

  return {
    revision: () => revision.get() as number,
    listPeople: () => people.all(),
    countOpen: (me: number | null): number => count.get({ me }) ?? 0,
    listOpen: (page: { me: number | null; limit: number; offset: number; characters: number }) =>
      list.all(page),
    listAnswers: (exampleKey: number) =>
      answers.all(exampleKey).map((row) => ({ ...row, value: toValue(row.value) })),
    findDecision(exampleKey: number) {
      const row = decision.get(exampleKey);
      return row ? { ...row, value: toValue(row.value) } : null;
    },
  };
}

const toValue = (value: string): AnswerValue => JSON.parse(value) as AnswerValue;
