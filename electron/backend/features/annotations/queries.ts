import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { replaceLabel } from "#shared/features/annotations/replace-label.ts";
import type { ExampleStatus } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";

interface NewAnnotation {
  exampleKey: number;
  annotatorKey: number;
  supersedesKey: number | null;
  value: AnswerValue | null;
  elapsedMs: number | null;
  atMs: number;
}

/** A label as SQL needs it: its key and its public id. */
export interface LabelRef {
  key: number;
  labelId: string;
}

/** When an answer in force names a label. */
const NAMES_LABEL: Partial<Record<TaskType, string>> = {
  classify: "e.label_id = @fromKey",
  tag: "exists (select 1 from json_each(a.value, '$.labelIds') j where j.value = @from)",
  extract:
    "exists (select 1 from json_each(a.value, '$.spans') j where j.value ->> 'labelId' = @from)",
};

export function annotationQueries(db: Db) {
  db.function("new_id", () => newId());
  const project = db.prepare<[], { taskType: TaskType; revision: number }>(
    "select task_type as taskType, revision from project",
  );
  const labels = db.prepare<[], LabelRef>(
    "select id as key, public_id as labelId from label where removed_at_ms is null",
  );
  const labelKey = db
    .prepare<[string], number>("select id from label where public_id = ? and removed_at_ms is null")
    .pluck();
  const insert = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, supersedes_id, value, elapsed_ms, created_at_ms)
     values (new_id(), @exampleKey, @annotatorKey, @supersedesKey, @value, @elapsedMs, @atMs)`,
  );
  const setState = db.prepare(
    `update example set status = @status, annotation_id = @annotationKey, label_id = @labelKey,
       annotator_id = a.annotator_id, answered_at_ms = a.created_at_ms, unreviewed = 0,
       disputed = 0, awaits_others = 0
     from (select 1) left join annotation a on a.id = @annotationKey where example.id = @exampleKey`,
  );
  // The latest answers are enough to know how people put it.
  const reasons = db
    .prepare<[], string>(
      `with latest as (
         select a.id, a.value from annotation a join example e on e.annotation_id = a.id
         where a.value ->> 'kind' = 'rank' order by a.id desc limit 2000)
       select j.value from latest l, json_each(l.value, '$.reasons') j
       group by j.value order by max(l.id) desc, max(j.key) desc limit 50`,
    )
    .pluck();
  return {
    listReasons: () => reasons.all(),
    project: () => project.get() as { taskType: TaskType; revision: number },
    labels: () => labels.all(),
    findLabelKey: (labelId: string): number | null => labelKey.get(labelId) ?? null,
    insert: (annotation: NewAnnotation): number =>
      insert.run({
        ...annotation,
        value: annotation.value === null ? null : JSON.stringify(annotation.value),
      }).lastInsertRowid as number,
    setState: (state: {
      exampleKey: number;
      status: ExampleStatus;
      annotationKey: number | null;
      labelKey: number | null;
    }) => void setState.run(state),
  };
}

export type AnnotationQueries = ReturnType<typeof annotationQueries>;

/** Puts one label in another's place in every answer that names it. */
export function relabelQueries(db: Db) {
  db.function(
    "replace_label",
    { deterministic: true },
    (value: string, from: string, to: string | null) => {
      const replaced = replaceLabel(JSON.parse(value) as AnswerValue, from, to);
      return replaced === null ? null : JSON.stringify(replaced);
    },
  );
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const newest = db.prepare<[], number>("select coalesce(max(id), 0) from annotation").pluck();
  const putInForce = db.prepare(
    `update example set
       annotation_id = case when a.value is not null then a.id end,
       status = case when a.value is null then 'unlabelled' else 'labelled' end,
       annotator_id = case when a.value is not null then a.annotator_id end,
       answered_at_ms = case when a.value is not null then a.created_at_ms end,
       label_id = case when a.value ->> 'kind' = 'classify' then @toKey end,
       unreviewed = case when a.value is null then 0 else unreviewed end
     from annotation a where a.id > @newest and a.example_id = example.id`,
  );

  const saidSo = db.prepare<[string], { id: number; exampleKey: number; value: string }>(
    `select o.id, o.example_id as exampleKey, a.value from opinion o
       join annotation a on a.id = o.annotation_id where instr(a.value, ?) > 0`,
  );
  const restate = db.prepare(
    `insert into annotation (public_id, example_id, annotator_id, supersedes_id, value, created_at_ms)
     select new_id(), o.example_id, o.annotator_id, o.annotation_id, @value, @atMs
     from opinion o where o.id = @id`,
  );
  const pointTo = db.prepare(
    "update opinion set annotation_id = @annotationKey, sequence = sequence + 1 where id = @id",
  );

  return {
    /** The same in what several people answered to one example; returns the examples to settle anew. */
    replaceInOpinions(from: LabelRef, to: LabelRef | null, atMs: number): Set<number> {
      const touched = new Set<number>();
      for (const { id, exampleKey, value } of saidSo.all(JSON.stringify(from.labelId))) {
        const replaced = replaceLabel(
          JSON.parse(value) as AnswerValue,
          from.labelId,
          to?.labelId ?? null,
        );
        const text = replaced && JSON.stringify(replaced);
        if (text === value) continue;
        const annotationKey = text ? restate.run({ id, value: text, atMs }).lastInsertRowid : null;
        pointTo.run({ id, annotationKey });
        touched.add(exampleKey);
      }
      return touched;
    },
    /** Supersedes every answer in force that names `from`, in two statements whatever their number. */
    replaceLabel(from: LabelRef, to: LabelRef | null, annotatorKey: number, atMs: number) {
      const namesLabel = NAMES_LABEL[taskType.get() as TaskType];
      if (namesLabel === undefined) return;
      const newestBefore = newest.get() as number;
      db.prepare(
        `insert into annotation (public_id, example_id, annotator_id, supersedes_id, value, created_at_ms)
         select new_id(), e.id, @annotatorKey, a.id, replace_label(a.value, @from, @to), @atMs
         from example e join annotation a on a.id = e.annotation_id
         where e.removed_at_ms is null and ${namesLabel} and @fromKey is not null`,
      ).run({
        annotatorKey,
        atMs,
        from: from.labelId,
        fromKey: from.key,
        to: to?.labelId ?? null,
      });
      putInForce.run({ newest: newestBefore, toKey: to?.key ?? null });
    },
  };
}
