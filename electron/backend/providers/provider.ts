import type { AppError } from "#shared/errors/app-error.ts";
import type { Progress } from "#shared/features/jobs/contract.ts";
import type {
  AccessCheck,
  BaseModel,
  Capabilities,
  ProviderId,
} from "#shared/features/providers/contract.ts";
import type {
  Estimate,
  Hyperparameters,
  Metric,
  TrainingEvent,
} from "#shared/features/training/contract.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { z } from "zod";

/** A frozen version and its rows, in their frozen order. */
export interface FrozenDataset {
  version: DatasetVersion;
  rows(split: Split): FrozenExample[];
}

/** Where a service answers, and how to get its key; the key is fetched for each request and never kept. */
export interface ServiceConnection {
  name: string;
  baseUrl: string;
  apiKey: () => Promise<string>;
}

/** A file as it would leave the computer, byte for byte. */
export interface OutgoingFile {
  name: string;
  rows: number;
  content: Buffer;
}

/** What is known of the run at the service; durable, so that a restart goes on from here. */
export interface RemoteState {
  fileIds: string[];
  jobId: string | null;
  status: string | null;
  tunedModel: string | null;
  trainedTokens: number | null;
  /** The service's last answer, as it came (JSON). */
  raw: string | null;
}

export interface TrainingContext {
  dataset: FrozenDataset;
  baseModel: string;
  hyperparameters: Hyperparameters;
  connection: ServiceConnection | null;
  /** A UUID made once for this run; lets a job whose creation is in doubt be found again. */
  clientId: string;
  remote: Readonly<RemoteState>;
  /** Durable when it returns. */
  saveRemote(patch: Partial<RemoteState>): void;
  /** Events and metrics seen before are recognised by id and step, and ignored. */
  addEvents(events: TrainingEvent[]): void;
  addMetrics(metrics: Metric[]): void;
  /** `trouble` says why it is not advancing for now; left out once it does. */
  report(progress: Progress, trouble?: AppError): void;
  /** `signal.reason` is "cancel" (end it everywhere) or "close" (stop watching, go on later). */
  signal: AbortSignal;
}

export interface TrainingOutcome {
  tunedModel: string;
  /** The model itself, where it was made on this computer. */
  artefact: Buffer | null;
}

/** One answer of one model; `problem` marks what must not be scored as if it were an answer. */
export interface Completion {
  text: string | null;
  problem: "failed" | "cutShort" | "refused" | "otherModel" | null;
  detail: string;
}

export interface Answerer {
  modelName: string;
  answer(example: FrozenExample, signal: AbortSignal): Promise<Completion>;
}

export interface Answerers {
  base: Answerer;
  tuned: Answerer;
  /** True when `base` is the untrained baseline and not a model of the same kind. */
  baseIsUntrainedBaseline: boolean;
  /** How many examples may be asked at the same time. */
  concurrency: number;
}

/** What a model is told before each example. */
export type QuestionTask = Pick<DatasetVersion, "systemPrompt" | "labels" | "taskType">;

/** An example that is in no frozen version. */
export type Question = Pick<FrozenExample, "input" | "payload">;

/** Whoever trains or answers. Screens and services ask `capabilities`, never which provider it is. */
export interface Provider {
  readonly providerId: ProviderId;
  readonly capabilities: Capabilities;
  checkAccess(
    connection: ServiceConnection | null,
    signal: AbortSignal,
  ): Promise<z.infer<typeof AccessCheck>>;
  listBaseModels(connection: ServiceConnection | null, signal: AbortSignal): Promise<BaseModel[]>;
  estimate(
    dataset: FrozenDataset,
    baseModel: string,
    hyperparameters: Hyperparameters,
    connection?: ServiceConnection | null,
  ): Estimate | Promise<Estimate>;
  /** Exactly what would be uploaded; empty for a provider on this computer. */
  outgoingFiles(dataset: FrozenDataset): OutgoingFile[];
  /** Throws where this service cannot train this dataset, before anything is sent. */
  refuse?(dataset: FrozenDataset, service: Pick<ServiceConnection, "baseUrl">): void;
  /** Trains, or goes on watching what `remote` says was begun. Rejects with an AppError. */
  train(context: TrainingContext): Promise<TrainingOutcome>;
  makeAnswerers(run: {
    dataset: FrozenDataset;
    baseModel: string;
    tunedModel: string;
    artefact: Buffer | null;
    connection: ServiceConnection | null;
    signal: AbortSignal;
  }): Promise<Answerers>;
  /** For providers whose models can be asked without training one. */
  readonly makeProposer?: (
    connection: ServiceConnection,
    model: string,
  ) => (task: QuestionTask, example: Question, signal: AbortSignal) => Promise<Completion>;
}
