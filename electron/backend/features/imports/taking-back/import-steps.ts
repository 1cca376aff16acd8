import { setImmediate } from "node:timers/promises";
import { AppError } from "#shared/errors/app-error.ts";
import type { JobPhase } from "#shared/features/jobs/contract.ts";
import { type Db, mayWrite } from "../../../db/open.ts";
import type { JobContext, JobRunner } from "../../../jobs/runner.ts";
import type { ImportSteps } from "../../history/service.ts";
import { createMover, SLICE } from "./mover.ts";
import { type Move, takingBackQueries } from "./queries.ts";

/**
 * Taking whole imports back and bringing them in again: small ones at once, large ones as a job, so that
 * answers come through meanwhile.
 */
export function createImportSteps(db: Db, jobs: JobRunner) {
  const queries = takingBackQueries(db);
  const mover = createMover(db);

  function moveAtOnce(move: Move): void {
    db.transaction(() => {
      mover.begin(move);
      drain(mover.moveExamples(move));
      drain(mover.moveTheRest(move));
    })();
  }

  async function moveInSlices(move: Move, job: JobContext): Promise<void> {
    const phase: JobPhase =
      move.kind.startsWith("redoI") || move.kind === "undoTakeBack" ? "bringingBack" : "takingBack";
    const total = queries.count(move.importKey);
    let done = 0;
    const advance = async () => {
      done = Math.min(done + SLICE, total);
      job.report({ phase, done, total });
      await setImmediate();
      // What is left undone is finished when the project opens again.
      if (job.signal.reason === "close") throw new AppError("interrupted");
    };
    for (const _slice of mover.moveExamples(move)) {
      await advance();
      if (!job.signal.aborted) continue;
      for (const _back of mover.giveUp(move)) await setImmediate();
      throw new AppError("cancelled");
    }
    for (const _slice of mover.moveTheRest(move)) await advance();
  }

  async function move(wanted: Move): Promise<void> {
    if (queries.count(wanted.importKey) <= SLICE) {
      moveAtOnce(wanted);
      return;
    }
    const jobId = jobs.start({
      kind: "takeBack",
      subjectId: queries.find(wanted.importKey).importId,
      record: () => mover.begin(wanted),
      run: (job) => moveInSlices(wanted, job),
    });
    const { state, error } = await jobs.settled(jobId);
    if (state !== "done")
      throw new AppError((error?.code ?? "unexpected") as AppError["code"], error?.params);
  }

  function refuseIfBusy(): void {
    if (queries.isRunning()) throw new AppError("importRunning");
    if (queries.isMoving()) throw new AppError("takeBackRunning");
  }

  const steps: ImportSteps = {
    refuseIfBusy,
    undo: ({ id, action }, importKey) =>
      move({ importKey, stepKey: id, kind: action === "import" ? "undoImport" : "undoTakeBack" }),
    redo: ({ id, action }, importKey) =>
      move({ importKey, stepKey: id, kind: action === "import" ? "redoImport" : "redoTakeBack" }),
  };
  return {
    ...steps,
    isMoving: queries.isMoving,
    /** Takes an import back, whatever happened since, as a new step; one that is back already stays so. */
    async takeBack(importKey: number): Promise<void> {
      refuseIfBusy();
      if (queries.find(importKey).takenBackAtMs !== null) return;
      await move({ importKey, stepKey: null, kind: "takeBack" });
    },
  };
}
export type ImportStepService = ReturnType<typeof createImportSteps>;

/** What a crash cut short goes on to its end; called once, before anything else uses the project. */
export function finishMoves(db: Db): void {
  if (!mayWrite(db)) return;
  const mover = createMover(db);
  for (const move of takingBackQueries(db).listUnfinished()) {
    drain(mover.moveExamples(move));
    drain(mover.moveTheRest(move));
  }
}

function drain(slices: Generator<void>): void {
  while (slices.next().done !== true);
}
