import { AppError } from "#shared/errors/app-error.ts";
import type { ExampleEvent, TimelineEntry } from "#shared/features/history/contract.ts";
import { exampleEvents } from "#shared/features/history/example-events.ts";
import { groupSteps, type TimedStep } from "#shared/features/history/group-steps.ts";
import type { Db } from "../../db/open.ts";
import { exampleHistoryQueries } from "./example-history-queries.ts";
import type { RunInSlices } from "./run-in-slices.ts";
import { timelineQueries } from "./timeline-queries.ts";

/** Steps read for one period; an eight-hour day of labelling has some five thousand. */
const MOST_STEPS = 10_000;

function toEntry(group: readonly TimedStep[], lastDone: string | null): TimelineEntry[] {
  const newest = group[0];
  const oldest = group.at(-1);
  if (!newest || !oldest) return [];
  return [
    {
      kind: "steps",
      action: newest.action,
      fromStepId: oldest.stepId,
      toStepId: newest.stepId,
      importId: newest.importId,
      steps: group.length,
      examples: group.reduce((sum, { examples }) => sum + examples, 0),
      fromMs: oldest.atMs,
      toMs: newest.atMs,
      undone: newest.undone,
      isLatest: group.length === 1 && newest.stepId === lastDone,
      subject: newest.subject,
    },
  ];
}

/** What changed: in one example, and in the whole project since a day. */
export function createTimelineService(db: Db, runInSlices: RunInSlices) {
  const ofExample = exampleHistoryQueries(db);
  const queries = timelineQueries(db);

  function listImports(period: { fromMs: number; beforeMs: number }): TimelineEntry[] {
    return queries.listImports(period).map(({ importId, fileName, imported, atMs }) => ({
      kind: "import",
      action: null,
      fromStepId: null,
      toStepId: null,
      importId,
      steps: 1,
      examples: imported,
      fromMs: atMs,
      toMs: atMs,
      undone: false,
      isLatest: false,
      subject: fileName,
    }));
  }

  function getStep(stepId: string): number {
    const key = queries.findStep(stepId);
    if (key === undefined) throw new AppError("notFound", { thing: "step" });
    return key;
  }

  return {
    ofExample(exampleId: string): ExampleEvent[] {
      const key = ofExample.findKey(exampleId);
      if (key === undefined) throw new AppError("notFound", { thing: "example" });
      return exampleEvents({
        imported: ofExample.imported(key),
        answers: ofExample.listAnswers(key),
        changes: ofExample.listChanges(key),
        inForce: ofExample.inForce(key),
      });
    },

    timeline(asked: { fromMs: number; beforeMs?: number | undefined }) {
      const period = { fromMs: asked.fromMs, beforeMs: asked.beforeMs ?? Number.MAX_SAFE_INTEGER };
      const steps = queries.listSteps({ ...period, limit: MOST_STEPS + 1 });
      const lastDone = queries.lastDone();
      const entries = groupSteps(steps.slice(0, MOST_STEPS)).flatMap((group) =>
        toEntry(group, lastDone),
      );
      // Steps keep their own order; an import stands before the first step that is older.
      for (const entry of listImports(period)) {
        const at = entries.findIndex(({ toMs }) => toMs < entry.toMs);
        entries.splice(at === -1 ? entries.length : at, 0, entry);
      }
      return { entries, hasMore: steps.length > MOST_STEPS };
    },

    takeBackEarlier(asked: { fromStepId: string; toStepId: string }) {
      const steps = { from: getStep(asked.fromStepId), to: getStep(asked.toStepId) };
      return runInSlices({
        action: "takeBackEarlier",
        keys: Int32Array.from(queries.listChangedAlone(steps)),
        apply: (slice) => queries.takeBack(steps, slice),
      });
    },
  };
}
export type TimelineService = ReturnType<typeof createTimelineService>;
