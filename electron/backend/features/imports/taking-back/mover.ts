import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";
import { stepQueries } from "../../history/queries.ts";
import { recordingQueries } from "../../history/recording/queries.ts";
import type { RecordedChange } from "../../history/recording/tracked.ts";
import { restoringQueries } from "../../history/restoring/queries.ts";
import { type Direction, type Move, type MoveKind, moveQueries, sliceQueries } from "./queries.ts";

/** Examples moved, or changes put back, in one transaction: a few hundredths of a second. */
export const SLICE = 5000;

interface Course {
  to: Direction;
  /** Whose changes to labels and to examples of other imports go along. */
  changes: "import" | "step";
  values: "before" | "after";
  stateAfter: "done" | "undone";
}
const COURSES: Record<MoveKind, Course> = {
  undoImport: { to: "out", changes: "import", values: "before", stateAfter: "undone" },
  redoImport: { to: "in", changes: "import", values: "after", stateAfter: "done" },
  takeBack: { to: "out", changes: "import", values: "before", stateAfter: "done" },
  undoTakeBack: { to: "in", changes: "step", values: "before", stateAfter: "undone" },
  redoTakeBack: { to: "out", changes: "step", values: "after", stateAfter: "done" },
};

/**
 * Takes one import out of the project or brings it back. Each `next` of its generators is one transaction;
 * between two, others may work and a crash may come: both then go on from wherever they were.
 */
export function createMover(db: Db) {
  const queries = moveQueries(db);
  const slices = sliceQueries(db);
  const steps = stepQueries(db);
  const restoring = restoringQueries(db);
  const recorded = createTakeBackRecording(db);

  const momentOf = (move: Move) => queries.find(move.importKey).takenBackAtMs ?? 0;

  function* moveExamples(move: Move, to: Direction): Generator<void> {
    const moment = { importKey: move.importKey, atMs: momentOf(move) };
    let last: number | null = 0;
    while (last !== null) {
      const after: number = last;
      last = db.transaction(() => {
        steps.bumpRevision();
        return slices.moveSlice(to, moment, after, SLICE);
      })();
      yield;
    }
  }

  function* restoreChanges(move: Move): Generator<void, number[]> {
    const { changes, values } = COURSES[move.kind];
    const labelsMade: number[] = [];
    const source = changes === "step" ? move.stepKey : queries.find(move.importKey).changesStepKey;
    if (source === null) return labelsMade;
    const direction = values === "before" ? "descending" : "ascending";
    let from = values === "before" ? Number.MAX_SAFE_INTEGER : 0;
    const restore = (change: RecordedChange) => {
      if (change.table_name !== "label") restoring.restoreCarefully(change, values);
      else if (change[values] === null) labelsMade.push(change.row_id);
      else restoring.restorePlainly(change, change[values]);
    };
    for (;;) {
      const slice = slices.listChanges(source, direction, from, SLICE);
      if (slice.length === 0) return labelsMade;
      from = slice.at(-1)?.id ?? 0;
      db.transaction(() => recorded(move, () => slice.forEach(restore)))();
      yield;
    }
  }

  function end(move: Move, labelsMade: readonly number[]): void {
    const { to, stateAfter } = COURSES[move.kind];
    db.transaction(() => {
      recorded(move, () => restoring.putLabelsAway(labelsMade, momentOf(move)));
      if (to === "in") queries.setTakenBack(move.importKey, null);
      if (move.stepKey !== null) steps.setState(move.stepKey, stateAfter);
      queries.end(move.importKey);
      steps.bumpRevision();
    })();
  }

  return {
    /** Notes what is about to happen, so that a crash cannot leave half of it. */
    begin(move: Move): void {
      const isOut = COURSES[move.kind].to === "out";
      if (isOut)
        queries.setTakenBack(move.importKey, slices.freeMoment(move.importKey, Date.now()));
      queries.save(move);
    },
    /** First its own examples; until they are through, the move can be given up. */
    moveExamples: (move: Move) => moveExamples(move, COURSES[move.kind].to),
    /** Then labels and examples of other imports, and what has to be said of it. */
    *moveTheRest(move: Move): Generator<void> {
      const labelsMade = yield* restoreChanges(move);
      end(move, labelsMade);
    },
    *giveUp(move: Move): Generator<void> {
      const { to } = COURSES[move.kind];
      yield* moveExamples(move, to === "out" ? "in" : "out");
      db.transaction(() => {
        if (to === "out") queries.setTakenBack(move.importKey, null);
        queries.end(move.importKey);
        steps.bumpRevision();
      })();
    },
  };
}

/** A new take-back is a step of its own from its first change on: what it does is recorded there. */
function createTakeBackRecording(db: Db) {
  const queries = moveQueries(db);
  const steps = stepQueries(db);
  const recording = recordingQueries(db);
  return (move: Move, act: () => void): void => {
    if (move.kind !== "takeBack") {
      act();
      return;
    }
    if (move.stepKey === null) {
      steps.dropUndone();
      move.stepKey = steps.insert(newId(), "takeBackImport", null, Date.now());
      queries.nameImport(move.stepKey, move.importKey);
      queries.save(move);
    }
    recording.recordInto(move.stepKey, act);
  };
}
export type Mover = ReturnType<typeof createMover>;
