import { AppError } from "#shared/errors/app-error.ts";
import {
  isFinished,
  type Job,
  type JobKind,
  type JobState,
  type Progress,
} from "#shared/features/jobs/contract.ts";
import { asAppError, type Db, mayWrite } from "../db/open.ts";
import { newId } from "../ids.ts";
import type { LogError } from "../rpc/error-log.ts";
import { jobQueries } from "./queries.ts";

/** Why a job's signal fired: the user cancelled, or the project is being closed and the job may be resumed. */
export type StopReason = "cancel" | "close";

export interface JobContext {
  jobId: string;
  signal: AbortSignal;
  report(progress: Progress): void;
}

export interface NewJob {
  kind: JobKind;
  /** Public id of what the job makes; the job's own id when left out. */
  subjectId?: string;
  /** Runs in the transaction that records the job, so that neither exists without the other. */
  record?: (jobKey: number, jobId: string) => void;
  run: (context: JobContext) => Promise<void>;
}

/** At most ten progress messages a second reach the screens and the file. */
const REPORT_EVERY_MS = 100;

interface Running {
  job: Job;
  abort: AbortController;
  lastReportMs: number;
  settled: Promise<void>;
}

/** Long work: persisted, watchable, cancellable, and honest about having been interrupted. */
export class JobRunner {
  readonly #queries: ReturnType<typeof jobQueries>;
  readonly #running = new Map<string, Running>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #db: Db;
  readonly #logError: LogError;

  constructor(db: Db, logError: LogError) {
    this.#db = db;
    this.#logError = logError;
    this.#queries = jobQueries(db);
  }

  get(jobId: string): Job {
    const job = this.#running.get(jobId)?.job ?? this.#queries.find(jobId);
    if (!job) throw new AppError("notFound", { thing: "job" });
    return job;
  }

  list(active: boolean): Job[] {
    const jobs = this.#queries.list(active).map((job) => this.#unsaved(job));
    return active ? jobs.filter((job) => !isFinished(job.state)) : jobs;
  }

  /** The job as it is, where the file may not know it yet. */
  #unsaved(job: Job): Job {
    const known = this.#running.get(job.jobId)?.job ?? job;
    // In a project that may not be written to, what a crash left open stays so in the file.
    if (known !== job || isFinished(job.state) || mayWrite(this.#db)) return known;
    return { ...job, state: "interrupted", error: { code: "interrupted", params: {} } };
  }

  /** Jobs that a crash left open; called once, when the project opens. */
  markInterrupted(): void {
    if (!mayWrite(this.#db)) return;
    this.#queries.interruptOpen(Date.now());
  }

  start(newJob: NewJob): string {
    const jobId = newId();
    this.#db.transaction(() => {
      const subjectId = newJob.subjectId ?? jobId;
      const createdAtMs = Date.now();
      const key = this.#queries.insert({ jobId, kind: newJob.kind, subjectId, createdAtMs });
      newJob.record?.(key, jobId);
    })();
    this.#launch(this.get(jobId), newJob.run);
    return jobId;
  }

  /** Takes an interrupted job up again, for example to go on watching a remote training. */
  resume(jobId: string, run: NewJob["run"]): void {
    if (this.#isUnderWay(jobId)) return;
    this.#launch({ ...this.get(jobId), error: null, finishedAtMs: null }, run);
  }

  cancel(jobId: string): void {
    if (!this.#isUnderWay(jobId)) throw new AppError("jobNotRunning");
    this.#running.get(jobId)?.abort.abort("cancel" satisfies StopReason);
  }

  #isUnderWay(jobId: string): boolean {
    const entry = this.#running.get(jobId);
    return entry !== undefined && !isFinished(entry.job.state);
  }

  /** Resolves when the job will not change any more. */
  async settled(jobId: string): Promise<Job> {
    await this.#running.get(jobId)?.settled;
    return this.get(jobId);
  }

  async *watch(jobId: string, signal?: AbortSignal): AsyncGenerator<Job> {
    const waiting = this.#watchers.get(jobId) ?? new Set();
    this.#watchers.set(jobId, waiting);
    let wake: () => void = () => {};
    const onChange = () => wake();
    waiting.add(onChange);
    signal?.addEventListener("abort", onChange);
    try {
      while (!signal?.aborted) {
        const changed = new Promise<void>((resolve) => (wake = resolve));
        const job = this.get(jobId);
        yield job;
        if (isFinished(job.state)) return;
        await changed;
      }
    } finally {
      waiting.delete(onChange);
      signal?.removeEventListener("abort", onChange);
    }
  }

  async close(): Promise<void> {
    const open = [...this.#running.values()];
    for (const entry of open) entry.abort.abort("close" satisfies StopReason);
    await Promise.all(open.map((entry) => entry.settled));
  }

  #launch(job: Job, run: NewJob["run"]) {
    const abort = new AbortController();
    const entry: Running = { job, abort, lastReportMs: 0, settled: Promise.resolve() };
    this.#running.set(job.jobId, entry);
    entry.settled = Promise.resolve().then(() => this.#execute(entry, run));
  }

  async #execute(entry: Running, run: NewJob["run"]) {
    const startedAtMs = entry.job.startedAtMs ?? Date.now();
    entry.job = { ...entry.job, state: "running", startedAtMs };
    try {
      this.#queries.save(entry.job);
      this.#notify(entry.job.jobId);
      const report = (progress: Progress) => this.#report(entry, progress);
      await run({ jobId: entry.job.jobId, signal: entry.abort.signal, report });
      this.#finish(entry, "done", null);
    } catch (error) {
      const { state, reason } = this.#explain(error, entry.abort.signal);
      this.#finish(entry, state, reason);
    }
  }

  #explain(thrown: unknown, signal: AbortSignal): { state: JobState; reason: Job["error"] } {
    if (signal.aborted) {
      const state = signal.reason === "close" ? "interrupted" : "cancelled";
      return { state, reason: { code: state, params: {} } };
    }
    const error = asAppError(thrown, "");
    if (error instanceof AppError) {
      if (error.cause !== undefined) this.#logError(error);
      return { state: "failed", reason: { code: error.code, params: error.params } };
    }
    const incidentId = this.#logError(error);
    return { state: "failed", reason: { code: "unexpected", params: { incidentId } } };
  }

  #report(entry: Running, progress: Progress) {
    const isNewPhase = progress.phase !== entry.job.progress.phase;
    entry.job = { ...entry.job, progress };
    const nowMs = performance.now();
    if (!isNewPhase && nowMs - entry.lastReportMs < REPORT_EVERY_MS) return;
    entry.lastReportMs = nowMs;
    this.#notify(entry.job.jobId);
  }

  #finish(entry: Running, state: JobState, error: Job["error"]) {
    entry.job = { ...entry.job, state, error, finishedAtMs: Date.now() };
    try {
      this.#queries.save(entry.job);
      this.#running.delete(entry.job.jobId);
    } catch (cause) {
      // A full disk: the outcome is kept in memory, and the next opening calls the job interrupted.
      this.#logError(cause);
    }
    this.#notify(entry.job.jobId);
  }

  #notify(jobId: string) {
    for (const wake of this.#watchers.get(jobId) ?? []) wake();
  }
}
