import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Id } from "../../contract/primitives.ts";

export const JobState = z.enum(["queued", "running", "done", "failed", "cancelled", "interrupted"]);
export type JobState = z.infer<typeof JobState>;
export const JobKind = z.enum(["import", "training", "comparison", "takeBack", "bulkChange"]);
export type JobKind = z.infer<typeof JobKind>;

export const JobPhase = z.enum([
  "waiting",
  "reading",
  "writing",
  "finishing",
  "preparing",
  "uploading",
  "queuedRemotely",
  "validating",
  "training",
  "answeringBase",
  "answeringTuned",
  "scoring",
  "changing",
  "takingBack",
  "bringingBack",
]);
export type JobPhase = z.infer<typeof JobPhase>;

export const Progress = z.object({
  phase: JobPhase,
  done: z.number().nonnegative(),
  total: z.number().nonnegative().optional(),
});
export type Progress = z.infer<typeof Progress>;

export const Job = z.object({
  jobId: Id,
  kind: JobKind,
  state: JobState,
  progress: Progress,
  error: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  createdAtMs: AtMs,
  startedAtMs: AtMs.nullable(),
  finishedAtMs: AtMs.nullable(),
  /** The thing the job makes: an import, a training run (same id) or a comparison. */
  subjectId: Id.nullable(),
});
export type Job = z.infer<typeof Job>;

/** True once a job will never change again; `interrupted` may still be resumed. */
export const isFinished = (state: JobState): boolean =>
  state === "done" || state === "failed" || state === "cancelled" || state === "interrupted";

export const jobsContract = {
  get: base.input(z.object({ jobId: Id })).output(Job),
  list: base.input(z.object({ active: z.boolean().default(true) })).output(z.array(Job)),
  /** Yields the job now and after each change, at most ten times a second, and ends when it is finished. */
  watch: base.input(z.object({ jobId: Id })).output(eventIterator(Job)),
  cancel: base.input(z.object({ jobId: Id })).output(z.void()),
};
