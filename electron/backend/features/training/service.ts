import { AppError } from "#shared/errors/app-error.ts";
import type {
  Estimate,
  LeavingSheet,
  Metric,
  TrainingEvent,
  TrainingRun,
  TrainingTarget,
} from "#shared/features/training/contract.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobContext, JobRunner } from "../../jobs/runner.ts";
import type { Answerers, FrozenDataset, Provider } from "../../providers/provider.ts";
import type { ProviderRegistry } from "../../providers/registry.ts";
import type { ConnectionService } from "../providers/connections.ts";
import { makeLeavingSheet } from "./leaving.ts";
import { type StoredRun, trainingQueries } from "./queries.ts";

export interface TrainingDeps {
  db: Db;
  jobs: JobRunner;
  versions: { dataset(versionId: string): FrozenDataset };
  providers: ProviderRegistry;
  connections: ConnectionService;
}

/** Both models of a finished training, ready to answer, and what they are. */
export interface TrainedAnswerers extends Answerers {
  versionId: string;
  providerId: ProviderId;
  baseModel: string;
  tunedModel: string;
}

/** Fine-tuning runs of this project: what would leave, starting, watching, resuming, answering. */
export function createTrainingService(deps: TrainingDeps) {
  const { db, jobs, versions, providers, connections } = deps;
  const queries = trainingQueries(db);
  /** Why running trainings do not advance for now; nothing that must survive a restart. */
  const troubles = new Map<string, NonNullable<TrainingRun["trouble"]>>();

  function prepare(target: TrainingTarget) {
    const provider = providers.get(target.providerId);
    const dataset = versions.dataset(target.versionId);
    const connection = provider.capabilities.needsConnection
      ? connections.get(target.connectionId)
      : null;
    return { provider, dataset, connection };
  }

  function getStored(jobId: string): StoredRun {
    const stored = queries.find(jobId);
    if (!stored) throw new AppError("notFound", { thing: "training" });
    return stored;
  }

  const withTrouble = ({ run }: StoredRun): TrainingRun => ({
    ...run,
    trouble: troubles.get(run.jobId) ?? null,
  });

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

  function noteTrouble(jobId: string, error: AppError | undefined) {
    if (error === undefined) {
      troubles.delete(jobId);
      return;
    }
    const sinceMs = troubles.get(jobId)?.sinceMs ?? Date.now();
    troubles.set(jobId, { code: error.code, params: error.params, sinceMs });
  }

  return {
    leaving(target: TrainingTarget): LeavingSheet {
      const { provider, dataset, connection } = prepare(target);
      return makeLeavingSheet(target, provider, dataset, connection);
    },

    async estimate(target: TrainingTarget): Promise<Estimate> {
      const { provider, dataset, connection } = prepare(target);
      const open = connection && connections.open(connection);
      return provider.estimate(dataset, target.baseModel, target.hyperparameters, open);
    },

    /** Starts only what the user has seen: `consent` must belong to the sheet as it would be now. */
    async start({
      consent,
      ...target
    }: TrainingTarget & { consent: string }): Promise<{ jobId: string }> {
      const { provider, dataset, connection } = prepare(target);
      refuseUnfit(provider, dataset);
      const sheet = makeLeavingSheet(target, provider, dataset, connection);
      if (sheet.consent !== consent) throw new AppError("consentOutdated");
      // Asked for now, so that a missing key is told before a run exists.
      if (connection) await connections.open(connection).apiKey();
      const jobId = jobs.start({
        kind: "training",
        record: (jobKey) => queries.insert({ ...target, jobKey, connection, clientId: newId() }),
        run: (job) => train(getStored(job.jobId), job),
      });
      return { jobId };
    },

    list: (): TrainingRun[] => queries.list().map(withTrouble),

    get(jobId: string): TrainingRun & { metrics: Metric[]; events: TrainingEvent[] } {
      const stored = getStored(jobId);
      return {
        ...withTrouble(stored),
        metrics: queries.metrics(stored.jobKey),
        events: queries.events(stored.jobKey),
      };
    },

    /** Goes on with runs that outlived the application, because they run at a service; called once at opening. */
    resumeRemote(): void {
      for (const stored of queries.listInterrupted()) {
        const isRemote = providers.find(stored.run.providerId)?.capabilities.needsConnection;
        const isBegun = stored.remote.jobId !== null || stored.remote.fileIds.length > 0;
        if (isRemote && isBegun) jobs.resume(stored.run.jobId, (job) => train(stored, job));
      }
    },

    /** Both models of a finished run. Rejects with `trainingNotDone` before that. */
    async makeAnswerers(trainingJobId: string, signal: AbortSignal): Promise<TrainedAnswerers> {
      const { run, jobKey, connection } = getStored(trainingJobId);
      if (run.state !== "done" || run.tunedModel === null) throw new AppError("trainingNotDone");
      const { versionId, providerId, baseModel, tunedModel } = run;
      const answerers = await providers.get(providerId).makeAnswerers({
        dataset: versions.dataset(versionId),
        baseModel,
        tunedModel,
        artefact: queries.artefact(jobKey),
        connection: connection && connections.open(connection),
        signal,
      });
      return { ...answerers, versionId, providerId, baseModel, tunedModel };
    },
  };
}
export type TrainingService = ReturnType<typeof createTrainingService>;

function refuseUnfit(provider: Provider, dataset: FrozenDataset): void {
  const { taskTypes, minimumTrainRows } = provider.capabilities;
  const { taskType, counts } = dataset.version;
  if (!taskTypes.includes(taskType)) throw new AppError("taskTypeNotSupported");
  if (counts.train < minimumTrainRows) {
    throw new AppError("tooFewTrainRows", { rows: counts.train, minimum: minimumTrainRows });
  }
}
