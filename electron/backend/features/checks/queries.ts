import type { CheckReport, Finding } from "#shared/features/checks/contract.ts";
import type { ExampleStatus } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../../db/open.ts";

export interface CheckedRow {
  key: number;
  input: string;
  payload: string | null;
  status: ExampleStatus;
  flagged: number;
  split: Split | null;
  value: string | null;
}

type StoredReport = Omit<CheckReport, "outdated">;

/** What a check reads; runs on the worker's own connection. */
export function inspectionQueries(db: Db) {
  const taskType = db.prepare<[], TaskType>("select task_type from project").pluck();
  const labels = db.prepare<[], { labelId: string; name: string }>(
    "select public_id as labelId, name from label where removed_at_ms is null order by position, id",
  );
  const examples = db.prepare<[], CheckedRow>(
    `select e.id as key, t.input, t.payload, e.status, e.flagged, e.split, a.value
     from example e join example_text t on t.id = e.id left join annotation a on a.id = e.annotation_id
     where e.removed_at_ms is null order by e.id`,
  );
  const inSplitGroups = db.prepare<[], { key: number; group: string }>(
    `select id as key, group_key as "group" from example
     where removed_at_ms is null and split is not null and group_key in
       (select group_key from example where removed_at_ms is null and split is not null
        group by group_key having min(split) <> max(split))`,
  );
  return {
    taskType: () => taskType.get() as TaskType,
    labels: () => labels.all(),
    examples: () => examples.iterate(),
    /** Examples whose group stands in more than one of the splits that came with the file. */
    listInSplitGroups: () => inSplitGroups.all(),
  };
}

export function checkQueries(db: Db) {
  const revision = db.prepare<[], number>("select revision from project").pluck();
  const latest = db.prepare<[], { revision: number; report: string }>(
    "select revision, report from check_report order by id desc limit 1",
  );
  const dropReports = db.prepare("delete from check_report");
  const insertReport = db.prepare(
    "insert into check_report (ran_at_ms, revision, report) values (?, ?, ?)",
  );
  const insertFinding = db.prepare(
    "insert into finding (public_id, report_id, body) values (?, ?, ?)",
  );
  const insertExamples = db.prepare(
    // An import that was called off may have taken examples away since the check read them.
    `insert into finding_example (finding_id, example_id)
     select ?, id from example where id in (select value from json_each(?))`,
  );

  return {
    revision: () => revision.get() as number,
    findLatest(): { revision: number; report: StoredReport } | undefined {
      const row = latest.get();
      return row && { revision: row.revision, report: JSON.parse(row.report) as StoredReport };
    },
    /** Takes the place of the report before. */
    save(report: StoredReport, atRevision: number, keysOf: (finding: Finding) => number[]) {
      dropReports.run();
      const json = JSON.stringify(report);
      const reportKey = insertReport.run(report.ranAtMs, atRevision, json).lastInsertRowid;
      for (const finding of report.findings) {
        const body = JSON.stringify(finding);
        const key = insertFinding.run(finding.findingId, reportKey, body).lastInsertRowid;
        insertExamples.run(key, JSON.stringify(keysOf(finding)));
      }
    },
  };
}
