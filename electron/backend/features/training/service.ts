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
import type { JobRunner } from "../../jobs/runner.ts";
import type { Answerers, FrozenDataset, Provider } from "../../providers/provider.ts";
import type { ProviderRegistry } from "../../providers/registry.ts";
import type { ConnectionService } from "../providers/connections.ts";
import { makeLeavingSheet } from "./leaving.ts";
import { type SavedConnection, type StoredRun, trainingQueries } from "./queries.ts";
import { createTrainingRunner } from "./runner.ts";

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
  const runner = createTrainingRunner(deps, queries);

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

  async function answerersOf(stored: StoredRun, signal: AbortSignal): Promise<TrainedAnswerers> {
    const { run, jobKey, connection } = stored;
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
  }

  const withTrouble = ({ run }: StoredRun): TrainingRun => ({
    ...run,
    trouble: runner.troubleOf(run.jobId),
  });

  return {
    leaving(target: TrainingTarget): LeavingSheet {
      const { provider, dataset, connection } = prepare(target);
      if (connection) provider.refuse?.(dataset, connection);
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
      refuseUnfit(provider, dataset, connection);
      const sheet = makeLeavingSheet(target, provider, dataset, connection);
      if (sheet.consent !== consent) throw new AppError("consentOutdated");
      // Asked for now, so that a missing key is told before a run exists.
      if (connection) await connections.open(connection).apiKey();
      const jobId = jobs.start({
        kind: "training",
        record: (jobKey) => queries.insert({ ...target, jobKey, connection, clientId: newId() }),
        run: (job) => runner.train(getStored(job.jobId), job),
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

    resumeRemote: () => runner.resumeRemote(),

    /** Both models of a finished run. Rejects with `trainingNotDone` before that. */
    makeAnswerers: (trainingJobId: string, signal: AbortSignal): Promise<TrainedAnswerers> =>
      answerersOf(getStored(trainingJobId), signal),
  };
}
export type TrainingService = ReturnType<typeof createTrainingService>;

function refuseUnfit(
  provider: Provider,
  dataset: FrozenDataset,
  connection: Pick<SavedConnection, "baseUrl"> | null,
): void {
  const { taskTypes, minimumTrainRows } = provider.capabilities;
  const { taskType, counts } = dataset.version;
  if (!taskTypes.includes(taskType)) throw new AppError("taskTypeNotSupported");
  if (connection) provider.refuse?.(dataset, connection);
  if (counts.train < minimumTrainRows) {
    throw new AppError("tooFewTrainRows", { rows: counts.train, minimum: minimumTrainRows });
  }
}
