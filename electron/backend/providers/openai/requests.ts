import type { OpenAI } from "openai";
import { toFile } from "openai";
import type { OutgoingFile } from "../provider.ts";
import type { About } from "./failures.ts";
import {
  ChatAnswer,
  CheckpointPage,
  DeployedModel,
  EventPage,
  JobPage,
  ModelList,
  RemoteJob,
  UploadedFile,
} from "./wire.ts";

/** Each request of the protocol: what is sent, and the shape that the answer must have. */

interface Options {
  signal?: AbortSignal;
  timeout?: number;
}
const jobPath = (jobId: string) => `/fine_tuning/jobs/${encodeURIComponent(jobId)}`;

export const listModels = {
  shape: ModelList,
  send: (client: OpenAI, options: Options) => client.get<unknown>("/models", options),
};

/** A sized body: unlike a stream it can be sent again after a broken connection. */
export const uploadFile = (file: OutgoingFile) => ({
  shape: UploadedFile,
  about: { act: "upload" } satisfies About,
  send: async (client: OpenAI, options: Options) =>
    client.files.create(
      {
        file: await toFile(file.content, file.name, { type: "application/jsonl" }),
        purpose: "fine-tune",
      },
      { ...options, maxRetries: 0 },
    ),
});

export const deleteFile = (fileId: string) => ({
  shape: UploadedFile.partial(),
  send: (client: OpenAI, options: Options) =>
    client.delete<unknown>(`/files/${encodeURIComponent(fileId)}`, options),
});

export interface JobBody {
  model: string;
  training_file: string;
  validation_file?: string;
  suffix: string;
  metadata: { client_id: string };
  hyperparameters?: Record<string, number>;
  method?:
    | { type: "supervised"; supervised: { hyperparameters: Record<string, number> } }
    | { type: "dpo"; dpo: { hyperparameters: Record<string, number> } };
}

export const createJob = (body: JobBody) => ({
  shape: RemoteJob,
  about: { act: "create", model: body.model } satisfies About,
  send: (client: OpenAI, options: Options) =>
    client.fineTuning.jobs.create(body, { ...options, maxRetries: 0 }),
});

export const getJob = (jobId: string) => ({
  shape: RemoteJob,
  send: (client: OpenAI, options: Options) => client.get<unknown>(jobPath(jobId), options),
});

export const cancelJob = (jobId: string) => ({
  shape: RemoteJob,
  send: (client: OpenAI, options: Options) =>
    client.post<unknown>(`${jobPath(jobId)}/cancel`, options),
});

/** Newest first; `clientId` narrows the list at services that know metadata. */
export const listJobs = (clientId: string | null) => (after: string | null) => ({
  shape: JobPage,
  send: (client: OpenAI, options: Options) =>
    client.get<unknown>("/fine_tuning/jobs", {
      ...options,
      query: {
        limit: 100,
        ...(after === null ? {} : { after }),
        ...(clientId === null ? {} : { metadata: { client_id: clientId } }),
      },
    }),
});

export const listEvents = (jobId: string) => (after: string | null) => ({
  shape: EventPage,
  send: (client: OpenAI, options: Options) =>
    client.get<unknown>(`${jobPath(jobId)}/events`, {
      ...options,
      query: { limit: 100, ...(after === null ? {} : { after }) },
    }),
});

export const listCheckpoints = (jobId: string) => (after: string | null) => ({
  shape: CheckpointPage,
  send: (client: OpenAI, options: Options) =>
    client.get<unknown>(`${jobPath(jobId)}/checkpoints`, {
      ...options,
      query: { limit: 100, ...(after === null ? {} : { after }) },
    }),
});

/** `modelsUrl` lies beside the address that everything else goes to. */
export const deployModel = (
  modelsUrl: string,
  body: { name: string; base_model: string; source: string; description: string },
) => ({
  shape: DeployedModel,
  send: (client: OpenAI, options: Options) => client.post<unknown>(modelsUrl, { ...options, body }),
});

export const getDeployed = (modelsUrl: string, modelName: string) => ({
  shape: DeployedModel,
  send: (client: OpenAI, options: Options) =>
    client.get<unknown>(`${modelsUrl}/${encodeURIComponent(modelName)}`, options),
});

export interface AskedMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ChatBody {
  model: string;
  messages: AskedMessage[];
  temperature?: number;
  max_completion_tokens?: number;
  max_tokens?: number;
}

export const answerChat = (body: ChatBody) => ({
  shape: ChatAnswer,
  about: { model: body.model } satisfies About,
  send: (client: OpenAI, options: Options) =>
    client.chat.completions.create({ ...body, stream: false }, { ...options, maxRetries: 0 }),
});
