import type { JobState } from "#shared/features/jobs/contract.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type {
  Hyperparameters,
  Metric,
  TrainingEvent,
  TrainingRun,
} from "#shared/features/training/contract.ts";
import type { Db } from "../../db/open.ts";
import type { RemoteState, TrainingOutcome } from "../../providers/provider.ts";

/** The service that a run was started at; its key is elsewhere. */
export interface SavedConnection {
  connectionId: string;
  name: string;
  baseUrl: string;
}

interface RunRow {
  job_key: number;
  job_public_id: string;
  version_public_id: string;
  version_number: number;
  provider_id: ProviderId;
  connection: string | null;
  base_model: string;
  hyperparameters: string;
  client_id: string;
  remote_file_ids: string;
  remote_job_id: string | null;
  remote_status: string | null;
  remote_raw: string | null;
  tuned_model: string | null;
  trained_tokens: number | null;
  state: JobState;
  error: string | null;
  created_at_ms: number;
  finished_at_ms: number | null;
}

/** A run with what only the backend needs to know of it. */
export interface StoredRun {
  run: Omit<TrainingRun, "trouble">;
  jobKey: number;
  clientId: string;
  connection: SavedConnection | null;
  remote: RemoteState;
}

function toStored(row: RunRow): StoredRun {
  const connection =
    row.connection === null ? null : (JSON.parse(row.connection) as SavedConnection);
  return {
    jobKey: row.job_key,
    clientId: row.client_id,
    connection,
    remote: {
      fileIds: JSON.parse(row.remote_file_ids) as string[],
      jobId: row.remote_job_id,
      status: row.remote_status,
      tunedModel: row.tuned_model,
      trainedTokens: row.trained_tokens,
      raw: row.remote_raw,
    },
    run: {
      jobId: row.job_public_id,
      versionId: row.version_public_id,
      versionNumber: row.version_number,
      providerId: row.provider_id,
      connectionName: connection?.name ?? null,
      baseModel: row.base_model,
      hyperparameters: JSON.parse(row.hyperparameters) as Hyperparameters,
      state: row.state,
      remoteStatus: row.remote_status,
      remoteJobId: row.remote_job_id,
      tunedModel: row.tuned_model,
      trainedTokens: row.trained_tokens,
      createdAtMs: row.created_at_ms,
      finishedAtMs: row.finished_at_ms,
      error: row.error === null ? null : (JSON.parse(row.error) as TrainingRun["error"]),
    },
  };
}

const RUN_COLUMNS = `select t.job_id as job_key, j.public_id as job_public_id,
  v.public_id as version_public_id, v.number as version_number, t.provider_id, t.connection,
  t.base_model, t.hyperparameters, t.client_id, t.remote_file_ids, t.remote_job_id, t.remote_status,
  t.remote_raw, t.tuned_model, t.trained_tokens, j.state, j.error, j.created_at_ms, j.finished_at_ms
  from training_run t join job j on j.id = t.job_id join dataset_version v on v.id = t.version_id`;

export interface NewRun {
  jobKey: number;
  versionId: string;
  providerId: ProviderId;
  connection: SavedConnection | null;
  baseModel: string;
  hyperparameters: Hyperparameters;
  clientId: string;
}

/** Runs: what was started where, and what is known of it at the service. */
export function trainingQueries(db: Db) {
  const insert = db.prepare(
    `insert into training_run (job_id, version_id, provider_id, connection, base_model, hyperparameters,
       client_id)
     values (@jobKey, (select id from dataset_version where public_id = @versionId), @providerId,
       @connection, @baseModel, @hyperparameters, @clientId)`,
  );
  const find = db.prepare<[string], RunRow>(`${RUN_COLUMNS} where j.public_id = ?`);
  const list = db.prepare<[], RunRow>(`${RUN_COLUMNS} order by t.job_id desc`);
  const interrupted = db.prepare<[], RunRow>(
    `${RUN_COLUMNS} where j.state = 'interrupted' order by t.job_id`,
  );
  const saveRemote = db.prepare(
    `update training_run set remote_file_ids = @fileIds, remote_job_id = @jobId,
       remote_status = @status, remote_raw = @raw, tuned_model = @tunedModel,
       trained_tokens = @trainedTokens where job_id = @jobKey`,
  );
  const complete = db.prepare(
    "update training_run set tuned_model = @tunedModel, artefact = @artefact where job_id = @jobKey",
  );
  const artefact = db
    .prepare<[number], Buffer | null>("select artefact from training_run where job_id = ?")
    .pluck();

  return {
    ...newsQueries(db),
    insert: (run: NewRun) =>
      void insert.run({
        ...run,
        connection: run.connection === null ? null : JSON.stringify(run.connection),
        hyperparameters: JSON.stringify(run.hyperparameters),
      }),
    find: (jobId: string) => {
      const row = find.get(jobId);
      return row && toStored(row);
    },
    list: () => list.all().map(toStored),
    listInterrupted: () => interrupted.all().map(toStored),
    saveRemote: (jobKey: number, remote: RemoteState) =>
      void saveRemote.run({ ...remote, jobKey, fileIds: JSON.stringify(remote.fileIds) }),
    complete: (jobKey: number, outcome: TrainingOutcome) =>
      void complete.run({ jobKey, ...outcome }),
    artefact: (jobKey: number) => artefact.get(jobKey) ?? null,
  };
}

export type TrainingQueries = ReturnType<typeof trainingQueries>;

/** Messages and losses of a run. */
function newsQueries(db: Db) {
  const insertEvent = db.prepare(
    `insert into training_event (job_id, event_id, at_ms, level, message)
     values (@jobKey, @eventId, @atMs, @level, @message) on conflict (job_id, event_id) do nothing`,
  );
  // A loss that is known stays; a checkpoint may add the one that an event did not carry.
  const insertMetric = db.prepare(
    `insert into training_metric (job_id, step, train_loss, valid_loss)
     values (@jobKey, @step, @trainLoss, @validLoss)
     on conflict (job_id, step) do update set
       train_loss = coalesce(train_loss, excluded.train_loss),
       valid_loss = coalesce(valid_loss, excluded.valid_loss)`,
  );
  const events = db.prepare<[number], TrainingEvent>(
    `select event_id as eventId, at_ms as atMs, level, message from training_event
     where job_id = ? order by at_ms, id`,
  );
  const metrics = db.prepare<[number], Metric>(
    `select step, train_loss as trainLoss, valid_loss as validLoss from training_metric
     where job_id = ? order by step`,
  );
  return {
    addEvents: (jobKey: number, added: readonly TrainingEvent[]): void =>
      db.transaction(() => {
        for (const event of added) insertEvent.run({ jobKey, ...event });
      })(),
    addMetrics: (jobKey: number, added: readonly Metric[]): void =>
      db.transaction(() => {
        for (const metric of added) insertMetric.run({ jobKey, ...metric });
      })(),
    events: (jobKey: number) => events.all(jobKey),
    metrics: (jobKey: number) => metrics.all(jobKey),
  };
}
