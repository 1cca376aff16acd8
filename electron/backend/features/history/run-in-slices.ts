import { setImmediate } from "node:timers/promises";
import { AppError } from "#shared/errors/app-error.ts";
import type { ActionName } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import type { JobContext, JobRunner } from "../../jobs/runner.ts";
import { createLongStep } from "./long-step.ts";

/** Examples changed in one transaction: some twenty milliseconds. */
const SLICE = 1000;
/** Up to here the change is made at once; beyond, it is a job with progress that can be called off. */
const AT_ONCE = 10_000;

/** Keys as JSON, the step that records the change, and its time. */
export interface Slice {
  keys: string;
  step: number;
  atMs: number;
}

export interface SlicedChange {
  action: ActionName;
  keys: Int32Array;
  /** Changes the examples of a slice, but those that steps after this one have changed; how many it were. */
  apply: (this: void, slice: Slice) => number;
}

/** `changed` counts the examples when it was done at once; else `jobId` names the job that does it. */
export type SlicedOutcome = { changed: number | null; jobId: string | null };
export type RunInSlices = (change: SlicedChange) => SlicedOutcome;

/** Changes any number of examples as one reversible step, without keeping anybody waiting. */
export function createRunInSlices(db: Db, jobs: JobRunner): RunInSlices {
  function createSteps({ action, keys, apply }: SlicedChange) {
    const step = createLongStep(db, action);
    const atMs = Date.now();
    const run = (from: number, size: number): number =>
      step.slice((stepKey) => {
        const slice = Array.from(keys.subarray(from, from + size));
        return apply({ keys: JSON.stringify(slice), step: stepKey, atMs });
      });
    return { step, run };
  }

  function startJob(change: SlicedChange): string {
    const { step, run } = createSteps(change);
    const total = change.keys.length;
    return jobs.start({
      kind: "bulkChange",
      run: async (job: JobContext) => {
        const { signal } = job;
        for (let from = 0; from < total && !signal.aborted; from += SLICE) {
          run(from, SLICE);
          job.report({ phase: "changing", done: Math.min(from + SLICE, total), total });
          await setImmediate();
        }
        // Called off: nothing of it stays. When the project closes instead, the part done is the step.
        if (signal.reason === "cancel") while (step.takeBackSlice()) await setImmediate();
        else step.end();
        if (signal.aborted) throw new AppError("cancelled");
      },
    });
  }

  return (change) => {
    if (jobs.list(true).some(({ kind }) => kind === "bulkChange"))
      throw new AppError("bulkChangeRunning");
    if (change.keys.length > AT_ONCE) return { changed: null, jobId: startJob(change) };
    const { step, run } = createSteps(change);
    const changed = run(0, change.keys.length);
    step.end();
    return { changed, jobId: null };
  };
}
