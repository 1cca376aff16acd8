import type { TimedStep } from "#shared/features/history/group-steps.ts";
import type { Db } from "../../db/open.ts";
import { exampleRestoreSql } from "./restoring/example-restore.ts";

interface StepRow extends Omit<TimedStep, "undone"> {
  undone: number;
}

const WHOSE_HANDOUT = `(select n.name from undo_change c join handout h on h.id = c.row_id
  join annotator n on n.id = h.annotator_id
  where c.step_id = s.id and c.table_name = 'handout' limit 1)`;

/** Reads what was recorded in a period, and takes earlier steps back. */
export function timelineQueries(db: Db) {
  const steps = db.prepare<[object], StepRow>(
    `select s.id as key, s.public_id as stepId, s.action, s.created_at_ms as atMs,
       s.state = 'undone' as undone,
       i.public_id as importId,
       case when i.id is not null then i.imported + i.updated else (select count(*)
         from undo_change c where c.step_id = s.id and c.table_name = 'example') end as examples,
       case s.action when 'import' then i.file_name when 'takeBackImport' then i.file_name when 'labelExamples' then (select l.name from undo_change c
         join label l on l.id = c.after ->> 'label_id' where c.step_id = s.id order by c.id limit 1)
         when 'addLabel' then (select c.after ->> 'name' from undo_change c where c.step_id = s.id order by c.id limit 1)
         when 'updateLabel' then (select c.after ->> 'name' from undo_change c where c.step_id = s.id order by c.id limit 1)
         when 'removeLabel' then (select c.before ->> 'name' from undo_change c
           where c.step_id = s.id and c.table_name = 'label' order by c.id desc limit 1)
         when 'handOut' then ${WHOSE_HANDOUT} when 'callBackHandout' then ${WHOSE_HANDOUT}
         when 'mergeReturn' then (select n.name from undo_change c join merged_bundle b on b.id = c.row_id
           join annotator n on n.id = b.annotator_id
           where c.step_id = s.id and c.table_name = 'merged_bundle' limit 1)
         when 'setSplit' then (select c.after ->> 'split' from undo_change c where c.step_id = s.id order by c.id limit 1)
       end as subject
     from undo_step s left join source_import i on i.id = case s.action
       when 'import' then (select id from source_import where step_id = s.id)
       when 'takeBackImport' then (select row_id from undo_change c
         where c.step_id = s.id and c.table_name = 'source_import') end
     where s.action <> 'importChanges' and s.created_at_ms >= @fromMs and s.created_at_ms < @beforeMs
     order by s.id desc limit @limit`,
  );
  const imports = db.prepare<
    [object],
    { importId: string; fileName: string; imported: number; atMs: number }
  >(
    // One that is a step is told as that step.
    `select public_id as importId, file_name as fileName, imported, started_at_ms as atMs from source_import
     where state = 'done' and step_id is null and started_at_ms >= @fromMs and started_at_ms < @beforeMs
     order by id desc`,
  );
  const lastDone = db
    .prepare<[], string>(
      "select public_id from undo_step where state = 'done' and action <> 'importChanges' order by id desc limit 1",
    )
    .pluck();
  const stepKey = db
    .prepare<[string], number>("select id from undo_step where public_id = ?")
    .pluck();
  const span = `select c.row_id, min(c.id) as first, max(c.id) as last
    from undo_change c join undo_step s on s.id = c.step_id
    where s.state = 'done' and c.table_name = 'example' and s.id between @from and @to`;
  const changedAlone = db
    .prepare<[object], number>(
      `select row_id from (${span} group by c.row_id) p where not exists (select 1 from undo_change x
         join undo_step s on s.id = x.step_id where x.table_name = 'example' and x.row_id = p.row_id
         and x.id > p.last and s.state = 'done') order by row_id`,
    )
    .pluck();
  const takeBack = db.prepare(
    `${exampleRestoreSql("before")} where c.id in (select first from (${span}
       and c.row_id in (select value from json_each(@keys)) group by c.row_id))
     and example.id = c.row_id and not exists (select 1 from undo_change x
       where x.table_name = 'example' and x.row_id = example.id and x.step_id > @step)`,
  );

  return {
    listSteps: (period: { fromMs: number; beforeMs: number; limit: number }): TimedStep[] =>
      steps.all(period).map(({ undone, ...step }) => ({ ...step, undone: undone === 1 })),
    listImports: (period: { fromMs: number; beforeMs: number }) => imports.all(period),
    lastDone: () => lastDone.get() ?? null,
    findStep: (stepId: string) => stepKey.get(stepId),
    /** Examples that the steps changed and nothing has changed since. */
    listChangedAlone: (range: { from: number; to: number }): number[] => changedAlone.all(range),
    /** Puts a slice of them back to what they were before the first of the steps. */
    takeBack: (
      range: { from: number; to: number },
      slice: { keys: string; step: number },
    ): number => takeBack.run({ ...range, ...slice }).changes,
  };
}
