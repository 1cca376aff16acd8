import type { Db } from "../db/open.ts";
import type { Job, JobKind, JobState, Progress } from "#shared/features/jobs/contract.ts";

interface JobRow {
  id: number;
  public_id: string;
  kind: JobKind;
  state: JobState;
  progress: string;
  error: string | null;
  subject_id: string | null;
  created_at_ms: number;
  started_at_ms: number | null;
  finished_at_ms: number | null;
}

const toJob = (row: JobRow): Job => ({
  jobId: row.public_id,
  kind: row.kind,
  state: row.state,
  progress: JSON.parse(row.progress) as Progress,
  error: row.error === null ? null : (JSON.parse(row.error) as NonNullable<Job["error"]>),
  subjectId: row.subject_id,
  createdAtMs: row.created_at_ms,
  startedAtMs: row.started_at_ms,
  finishedAtMs: row.finished_at_ms,
});

export function jobQueries(db: Db) {
  const insert = db.prepare(
    `insert into job (public_id, kind, state, progress, subject_id, created_at_ms)
     values (@jobId, @kind, 'queued', @progress, @subjectId, @createdAtMs)`,
  );
  const find = db.prepare<[string], JobRow>("select * from job where public_id = ?");
  const list = db.prepare<[], JobRow>("select * from job order by id desc limit 200");
  const listActive = db.prepare<[], JobRow>(
    "select * from job where state in ('queued','running') order by id desc",
  );
  const save = db.prepare(
    `update job set state = @state, progress = @progress, error = @error,
       started_at_ms = @startedAtMs, finished_at_ms = @finishedAtMs where public_id = @jobId`,
  );
  // What a job makes is saved a moment before the job itself: a crash in between interrupted nothing.
  const finishMade = db.prepare(
    `update job set state = 'done', finished_at_ms = @atMs where state in ('queued','running') and (
       -- Opening the project finishes what a crash left of it.
       kind = 'takeBack'
       or (kind = 'import' and subject_id in (select public_id from source_import where state = 'done'))
       or (kind = 'comparison' and id in (select job_id from comparison where result is not null))
       or (kind = 'training' and id in (select job_id from training_run where artefact is not null)))`,
  );
  const interrupt = db.prepare(
    `update job set state = 'interrupted', finished_at_ms = @atMs,
       error = '{"code":"interrupted","params":{}}'
     where state in ('queued','running')`,
  );
  return {
    insert(job: { jobId: string; kind: JobKind; subjectId: string | null; createdAtMs: number }) {
      const progress: Progress = { phase: "waiting", done: 0 };
      return insert.run({ ...job, progress: JSON.stringify(progress) }).lastInsertRowid as number;
    },
    find: (jobId: string): Job | undefined => {
      const row = find.get(jobId);
      return row && toJob(row);
    },
    findKey: (jobId: string): number | undefined => find.get(jobId)?.id,
    list: (active: boolean): Job[] => (active ? listActive : list).all().map(toJob),
    save: (job: Job) =>
      void save.run({
        jobId: job.jobId,
        state: job.state,
        progress: JSON.stringify(job.progress),
        error: job.error === null ? null : JSON.stringify(job.error),
        startedAtMs: job.startedAtMs,
        finishedAtMs: job.finishedAtMs,
      }),
    /** Jobs that a crash left open; run once, when the project opens. */
    interruptOpen(atMs: number) {
      db.transaction(() => {
        finishMade.run({ atMs });
        interrupt.run({ atMs });
      })();
    },
  };
}
