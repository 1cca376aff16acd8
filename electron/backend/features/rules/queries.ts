import type { Rule } from "#shared/features/rules/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { installExampleIds, keyOfId } from "../examples/example-id.ts";

const EXCERPT = 160;

interface Row {
  ruleId: string;
  body: string;
  labelIds: string;
  exampleId: string | null;
  excerpt: string | null;
  madeAtMs: number;
  changedAtMs: number;
}

const toRule = ({ labelIds, exampleId, excerpt, ...row }: Row): Rule => ({
  ...row,
  labelIds: JSON.parse(labelIds) as string[],
  example: exampleId === null ? null : { exampleId, excerpt: (excerpt ?? "").trim() },
});

/** When an answer in force names one of the labels in `@labelIds`. */
const NAMES_ONE: Partial<Record<TaskType, string>> = {
  classify: `e.label_id in (select l.id from label l join json_each(@labelIds) j on j.value = l.public_id)`,
  tag: `exists (select 1 from annotation a, json_each(a.value, '$.labelIds') v
    where a.id = e.annotation_id and v.value in (select value from json_each(@labelIds)))`,
  extract: `exists (select 1 from annotation a, json_each(a.value, '$.spans') v
    where a.id = e.annotation_id and v.value ->> 'labelId' in (select value from json_each(@labelIds)))`,
};

export function ruleQueries(db: Db) {
  installExampleIds(db);
  // A label that was taken out is no longer what a rule is about.
  const labelsInUse = `(select coalesce(json_group_array(j.value), '[]') from json_each(r.label_ids) j
    join label l on l.public_id = j.value and l.removed_at_ms is null)`;
  const list = db.prepare<[], Row>(
    `select r.public_id as ruleId, r.body, ${labelsInUse} as labelIds,
       iif(e.removed_at_ms is null, t.public_id, null) as exampleId,
       substr(t.input, 1, ${EXCERPT}) as excerpt, r.made_at_ms as madeAtMs, r.changed_at_ms as changedAtMs
     from rule r left join example e on e.id = r.example_id left join example_text t on t.id = e.id
     where r.removed_at_ms is null order by r.changed_at_ms desc, r.id desc`,
  );
  const find = db.prepare<
    [string],
    { key: number; labelIds: string; exampleId: string | null; body: string }
  >(
    `select r.id as key, r.body, ${labelsInUse} as labelIds, t.public_id as exampleId
     from rule r left join example e on e.id = r.example_id and e.removed_at_ms is null
       left join example_text t on t.id = e.id
     where r.public_id = ? and r.removed_at_ms is null`,
  );
  const insert = db.prepare(
    `insert into rule (public_id, body, example_id, label_ids, annotator_id, made_at_ms, changed_at_ms,
       removed_at_ms)
     values (@ruleId, @body, (${keyOfId("@exampleId")}), @labelIds, @person, @atMs, @atMs, @atMs)`,
  );
  const putInForce = db.prepare("update rule set removed_at_ms = null where public_id = ?");
  const update = db.prepare(
    "update rule set body = @body, label_ids = @labelIds, changed_at_ms = @atMs where id = @key",
  );
  const remove = db.prepare(
    "update rule set removed_at_ms = @atMs, changed_at_ms = @atMs where id = @key",
  );
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const labelNames = db.prepare<[], { labelId: string; name: string }>(
    "select public_id as labelId, name from label where removed_at_ms is null order by position, id",
  );

  function concernedSql(labelIds: readonly string[]): string {
    const names = labelIds.length > 0 ? NAMES_ONE[taskType.get() as TaskType] : undefined;
    return `from example e where e.removed_at_ms is null and e.status = 'labelled'
      and e.annotation_id is not null${names ? ` and ${names}` : ""}`;
  }
  const paramsOf = (labelIds: readonly string[], sql: string) =>
    sql.includes("@labelIds") ? { labelIds: JSON.stringify(labelIds) } : {};

  return {
    list: () => list.all().map(toRule),
    find(ruleId: string) {
      const row = find.get(ruleId);
      return row && { ...row, labelIds: JSON.parse(row.labelIds) as string[] };
    },
    /** Made removed, then put in force, so that the step that records it can take it out again. */
    insert(rule: {
      ruleId: string;
      body: string;
      exampleId: string | null;
      labelIds: readonly string[];
      person: number;
      atMs: number;
    }) {
      insert.run({
        ...rule,
        labelIds: JSON.stringify(rule.labelIds),
        exampleId: rule.exampleId ?? "",
      });
      putInForce.run(rule.ruleId);
    },
    update: (rule: { key: number; body: string; labelIds: readonly string[]; atMs: number }) =>
      void update.run({ ...rule, labelIds: JSON.stringify(rule.labelIds) }),
    remove: (key: number, atMs: number) => void remove.run({ key, atMs }),
    listLabelNames: () => labelNames.all(),
    /** Answered examples that a rule about these labels concerns; about none means all. */
    countConcerned(labelIds: readonly string[]): number {
      const sql = `select count(*) ${concernedSql(labelIds)}`;
      return db.prepare<[object], number>(sql).pluck().get(paramsOf(labelIds, sql)) as number;
    },
    /** Their keys, those answered last first. */
    listConcerned(labelIds: readonly string[], limit: number): number[] {
      const sql = `select e.id ${concernedSql(labelIds)} order by e.annotation_id desc limit @limit`;
      const params = { ...paramsOf(labelIds, sql), limit };
      return db.prepare<[object], number>(sql).pluck().all(params);
    },
  };
}
