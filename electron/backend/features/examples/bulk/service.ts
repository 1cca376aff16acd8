import { setImmediate } from "node:timers/promises";
import { AppError } from "#shared/errors/app-error.ts";
import type { BulkChange, Selection } from "#shared/features/examples/contract.ts";
import type { ActionName } from "#shared/features/history/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../../db/open.ts";
import type { JobContext, JobRunner } from "../../../jobs/runner.ts";
import { annotationQueries } from "../../annotations/queries.ts";
import { createLongStep } from "../../history/long-step.ts";
import type { SortedKeys } from "../views/sorted-keys.ts";
import type { ExampleViews } from "../views/views.ts";
import { bulkQueries, type Slice } from "./queries.ts";

/** Examples changed in one transaction: some twenty milliseconds. */
const SLICE = 1000;
/** Up to here the change is made at once; beyond, it is a job with progress that can be called off. */
const AT_ONCE = 10_000;

const ACTIONS: Record<BulkChange["kind"], ActionName> = {
  label: "labelExamples",
  split: "setSplit",
  flag: "flag",
  putAway: "removeExamples",
  bringBack: "bringBackExamples",
};

/** Changes to any number of examples, each one reversible step. */
export function createBulkService(db: Db, parts: { jobs: JobRunner; views: ExampleViews }) {
  const queries = bulkQueries(db);
  const annotations = annotationQueries(db);

  /** What a change does to a slice; refuses one that makes no sense before anything is touched. */
  function prepare(change: BulkChange, taskType: TaskType): (slice: Slice) => number {
    switch (change.kind) {
      case "flag":
        return (slice) => queries.flag(slice, change.flagged);
      case "split":
        return (slice) => queries.split(slice, change.split);
      case "putAway":
        return queries.putAway;
      case "bringBack":
        return queries.bringBack;
      case "label": {
        const label = queries.findLabel(change.labelId);
        if (label === undefined) throw new AppError("notFound", { thing: "label" });
        if (taskType !== "classify") throw new AppError("answerDoesNotFit", { detail: "wrongKind" });
        const value = JSON.stringify({ kind: "classify", labelId: change.labelId });
        return (slice) => queries.answer(slice, { person: annotations.personKey(), label, value });
      }
    }
  }

  function createSteps(change: BulkChange, keys: SortedKeys) {
    const apply = prepare(change, annotations.project().taskType);
    const step = createLongStep(db, ACTIONS[change.kind]);
    const atMs = Date.now();
    return {
      step,
      run: (from: number, size: number): number =>
        step.slice((stepKey) =>
          apply({
            keys: JSON.stringify(Array.from(keys.subarray(from, from + size))),
            step: stepKey,
            atMs,
          }),
        ),
    };
  }

  function startJob(change: BulkChange, keys: SortedKeys): string {
    const { step, run } = createSteps(change, keys);
    return parts.jobs.start({
      kind: "bulkChange",
      run: async ({ signal, report }: JobContext) => {
        for (let from = 0; from < keys.length && !signal.aborted; from += SLICE) {
          run(from, SLICE);
          report({ phase: "changing", done: Math.min(from + SLICE, keys.length), total: keys.length });
          await setImmediate();
        }
        // Called off: nothing of it stays. When the project closes instead, the part done is the step.
        if (signal.reason === "cancel") while (step.takeBackSlice()) await setImmediate();
        else step.end();
        if (signal.aborted) throw new AppError("cancelled");
      },
    });
  }

  return {
    /** `changed` counts the examples when it was done at once; else `jobId` names the job that does it. */
    async change(input: {
      selection: Selection;
      change: BulkChange;
    }): Promise<{ changed: number | null; jobId: string | null }> {
      const keys = await parts.views.keysOfSelection(input.selection);
      if (parts.jobs.list(true).some((job) => job.kind === "bulkChange"))
        throw new AppError("bulkChangeRunning");
      if (keys.length > AT_ONCE) return { changed: null, jobId: startJob(input.change, keys) };
      const { step, run } = createSteps(input.change, keys);
      const changed = run(0, keys.length);
      step.end();
      return { changed, jobId: null };
    },
  };
}
export type BulkService = ReturnType<typeof createBulkService>;
