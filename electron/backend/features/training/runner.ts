import type { AppError } from "#shared/errors/app-error.ts";
import type { TrainingRun } from "#shared/features/training/contract.ts";
import type { JobContext } from "../../jobs/runner.ts";
import type { StoredRun, TrainingQueries } from "./queries.ts";
import type { TrainingDeps } from "./service.ts";

/** Carries runs through their provider and writes down what becomes known of them. */
export function createTrainingRunner(deps: TrainingDeps, queries: TrainingQueries) {
  const { jobs, versions, providers, connections } = deps;
  /** Why running trainings do not advance for now; nothing that must survive a restart. */
  const troubles = new Map<string, NonNullable<TrainingRun["trouble"]>>();

  function noteTrouble(jobId: string, error: AppError | undefined) {
    if (error === undefined) {
      troubles.delete(jobId);
      return;
    }
    const sinceMs = troubles.get(jobId)?.sinceMs ?? Date.now();
    troubles.set(jobId, { code: error.code, params: error.params, sinceMs });
  }

  /** Trains, or goes on watching, from what is stored of the run. */
  async function train(stored: StoredRun, job: JobContext): Promise<void> {
    const { run, jobKey } = stored;
    const remote = { ...stored.remote };
    try {
      const outcome = await providers.get(run.providerId).train({
        dataset: versions.dataset(run.versionId),
        baseModel: run.baseModel,
        hyperparameters: run.hyperparameters,
        connection: stored.connection && connections.open(stored.connection),
        clientId: stored.clientId,
        remote,
        saveRemote: (patch) => queries.saveRemote(jobKey, Object.assign(remote, patch)),
        addEvents: (events) => queries.addEvents(jobKey, events),
        addMetrics: (metrics) => queries.addMetrics(jobKey, metrics),
        report: (progress, trouble) => {
          noteTrouble(run.jobId, trouble);
          // Another phase is told at once, and trouble is news.
          job.report(trouble ? { ...progress, phase: "waiting" } : progress);
        },
        signal: job.signal,
      });
      queries.complete(jobKey, outcome);
    } finally {
      troubles.delete(run.jobId);
    }
  }

  return {
    train,
    troubleOf: (jobId: string) => troubles.get(jobId) ?? null,

    /** Goes on with runs that outlived the application, because they run at a service; called once at opening. */
    resumeRemote(): void {
      for (const stored of queries.listInterrupted()) {
        const isRemote = providers.find(stored.run.providerId)?.capabilities.needsConnection;
        const isBegun = stored.remote.jobId !== null || stored.remote.fileIds.length > 0;
        if (isRemote && isBegun) jobs.resume(stored.run.jobId, (job) => train(stored, job));
      }
    },
  };
}
