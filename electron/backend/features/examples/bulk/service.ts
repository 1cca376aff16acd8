import { AppError } from "#shared/errors/app-error.ts";
import type { BulkChange, Selection } from "#shared/features/examples/contract.ts";
import type { ActionName } from "#shared/features/history/contract.ts";
import type { Db } from "../../../db/open.ts";
import { annotationQueries } from "../../annotations/queries.ts";
import type { ExpertService } from "../../experts/service.ts";
import type { RunInSlices, Slice, SlicedOutcome } from "../../history/run-in-slices.ts";
import type { ExampleViews } from "../views/views.ts";
import { bulkQueries } from "./queries.ts";

const ACTIONS: Record<BulkChange["kind"], ActionName> = {
  label: "labelExamples",
  split: "setSplit",
  flag: "flag",
  putAway: "removeExamples",
  bringBack: "bringBackExamples",
};

/** Changes to any number of examples, each one reversible step. */
export function createBulkService(
  db: Db,
  parts: { views: ExampleViews; runInSlices: RunInSlices; experts: ExpertService },
) {
  const queries = bulkQueries(db);
  const annotations = annotationQueries(db);

  function labelWith(labelId: string): (slice: Slice) => number {
    const label = queries.findLabel(labelId);
    if (label === undefined) throw new AppError("notFound", { thing: "label" });
    if (annotations.project().taskType !== "classify")
      throw new AppError("answerDoesNotFit", { detail: "wrongKind" });
    const value = JSON.stringify({ kind: "classify", labelId });
    return (slice) => queries.answer(slice, { person: parts.experts.getPersonKey(), label, value });
  }

  /** What a change does to a slice; refuses one that makes no sense before anything is touched. */
  function prepare(change: BulkChange): (slice: Slice) => number {
    switch (change.kind) {
      case "flag":
        return (slice) => queries.flag(slice, change.flagged);
      case "split":
        return (slice) => queries.split(slice, change.split);
      case "putAway":
        return queries.putAway;
      case "bringBack":
        return queries.bringBack;
      case "label":
        return labelWith(change.labelId);
    }
  }

  return {
    async change(input: { selection: Selection; change: BulkChange }): Promise<SlicedOutcome> {
      const keys = await parts.views.keysOfSelection(input.selection);
      const { change } = input;
      return parts.runInSlices({ action: ACTIONS[change.kind], keys, apply: prepare(change) });
    },
  };
}
export type BulkService = ReturnType<typeof createBulkService>;
