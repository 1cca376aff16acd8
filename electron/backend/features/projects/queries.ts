import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";

interface ProjectRow {
  public_id: string;
  name: string;
  task_type: TaskType;
  description: string;
  licence: string;
  attribution: string;
  created_at_ms: number;
  revision: number;
}

/** What the journey counts beyond the examples, whose counts are kept with their answers. */
export interface JourneyCounts {
  labels: number;
  hasPrompt: number;
  versions: number;
  trained: number;
  training: number;
  comparisons: number;
  votesLeft: number;
  handoffs: number;
  checkedRevision: number | null;
  blockers: number;
  warnings: number;
}

export function projectQueries(db: Db) {
  const insert = db.prepare(
    `insert into project (id, public_id, name, task_type, created_at_ms)
     values (1, @id, @name, @taskType, @createdAtMs)`,
  );
  const get = db.prepare<[], ProjectRow>("select * from project");
  const rename = db.prepare("update project set name = ?");
  const describe = db.prepare(
    "update project set description = @description, licence = @licence, attribution = @attribution",
  );
  const journey = db.prepare<[], JourneyCounts>(`
    select
      (select count(*) from label where removed_at_ms is null) as labels,
      (select length(trim(system_prompt)) > 0 from project) as hasPrompt,
      (select count(*) from dataset_version) as versions,
      (select count(*) from job where kind = 'training' and state = 'done') as trained,
      (select count(*) from job where kind = 'training' and state in ('queued','running')) as training,
      (select count(*) from comparison c join job j on j.id = c.job_id where j.state = 'done') as comparisons,
      (select count(*) from comparison_item i join comparison c on c.id = i.comparison_id
        join job j on j.id = c.job_id
        where j.state = 'done' and i.vote is null and (select task_type from project) = 'write'
          and i.base_output ->> 'problem' is null and i.tuned_output ->> 'problem' is null
          and i.base_output is not null and i.tuned_output is not null) as votesLeft,
      (select count(*) from handoff) as handoffs,
      (select max(revision) from check_report) as checkedRevision,
      (select count(*) from finding where body ->> 'severity' = 'blocker') as blockers,
      (select count(*) from finding where body ->> 'severity' = 'warning') as warnings`);
  const rarestLabel = db.prepare<[], { name: string; examples: number }>(`
    select l.name, (select count(*) from example e where e.label_id = l.id and e.removed_at_ms is null)
      as examples from label l where l.removed_at_ms is null order by examples, l.position limit 1`);
  const counts = db.prepare<[], { examples: number; annotations: number; versions: number }>(`
    select (select count(*) from example) as examples, (select count(*) from annotation) as annotations,
      (select count(*) from dataset_version) as versions`);
  const danglingAnswers = db
    .prepare(
      `select count(*) from example where (status = 'labelled') <> (annotation_id is not null)`,
    )
    .pluck();

  const eachInput = db.prepare<[], { input: string; hash: number }>(
    "select t.input, e.input_hash as hash from example e join example_text t on t.id = e.id",
  );
  const unreadableAnswers = db
    .prepare("select count(*) from annotation where value is not null and not json_valid(value)")
    .pluck();

  return {
    insert: (project: { id: string; name: string; taskType: TaskType; createdAtMs: number }) =>
      void insert.run(project),
    get(): ProjectRow {
      const row = get.get();
      if (!row) throw new Error("the project row is missing");
      return row;
    },
    rename: (name: string) => void rename.run(name),
    describe: (values: { description: string; licence: string; attribution: string }) =>
      void describe.run(values),
    journey: () => journey.get() as JourneyCounts,
    rarestLabel: () => rarestLabel.get(),
    counts: () => counts.get() as { examples: number; annotations: number; versions: number },
    eachInput: () => eachInput.iterate(),
    countUnreadableAnswers: () => unreadableAnswers.get() as number,
    countInconsistentAnswers: () => danglingAnswers.get() as number,
  };
}
