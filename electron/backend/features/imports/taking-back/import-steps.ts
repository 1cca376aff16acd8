import { setImmediate } from "node:timers/promises";
import { AppError } from "#shared/errors/app-error.ts";
import type { JobPhase } from "#shared/features/jobs/contract.ts";
import { type Db, mayWrite } from "../../../db/open.ts";
import type { JobContext, JobRunner } from "../../../jobs/runner.ts";
import type { ImportSteps } from "../../history/service.ts";
import { createMover, SLICE } from "./mover.ts";
import { type Move, moveQueries } from "./queries.ts";

/**
 * Taking whole imports back and bringing them in again: small ones at once, large ones as a job, so that
 * answers come through meanwhile.
 */
export function createImportSteps(db: Db, jobs: JobRunner) {
  const queries = moveQueries(db);
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
    const examples = mover.moveExamples(move);
    while (examples.next().done !== true) {
      await advance();
      if (!job.signal.aborted) continue;
      const back = mover.giveUp(move);
      while (back.next().done !== true) await setImmediate();
      throw new AppError("cancelled");
    }
    const rest = mover.moveTheRest(move);
    while (rest.next().done !== true) await advance();
  }

  async function start(move: Move): Promise<void> {
    if (queries.count(move.importKey) <= SLICE) {
      moveAtOnce(move);
      return;
    }
    const jobId = jobs.start({
      kind: "takeBack",
      subjectId: queries.find(move.importKey).importId,
      record: () => mover.begin(move),
      run: (job) => moveInSlices(move, job),
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
      start({ importKey, stepKey: id, kind: action === "import" ? "undoImport" : "undoTakeBack" }),
    redo: ({ id, action }, importKey) =>
      start({ importKey, stepKey: id, kind: action === "import" ? "redoImport" : "redoTakeBack" }),
  };
  return {
    ...steps,
    isMoving: queries.isMoving,
    /** Takes an import back, whatever happened since, as a new step; one that is back already stays so. */
    async takeBack(importKey: number): Promise<void> {
      refuseIfBusy();
      if (queries.find(importKey).takenBackAtMs !== null) return;
      await start({ importKey, stepKey: null, kind: "takeBack" });
    },
  };
}
export type ImportStepService = ReturnType<typeof createImportSteps>;

/** What a crash cut short goes on to its end; called once, before anything else uses the project. */
export function finishMoves(db: Db): void {
  if (!mayWrite(db)) return;
  const mover = createMover(db);
  for (const move of moveQueries(db).listUnfinished()) {
    drain(mover.moveExamples(move));
    drain(mover.moveTheRest(move));
  }
}

function drain(slices: Generator<void>): void {
  while (slices.next().done !== true);
}
