import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TrainingRun } from "#shared/features/training/contract.ts";
import type { BackendOptions } from "../compose.ts";
import { createInstantProvider } from "../providers/instant/index.ts";
import { createOpenAiProvider } from "../providers/openai/index.ts";
import type { Timing } from "../providers/openai/timing.ts";
import { createSessionSecrets } from "../secrets/secret-store.ts";
import type { OpenAiServer } from "./openai-server/server.ts";
import { seedExamples } from "./seed-examples.ts";
import { openTestBackend } from "./test-backend.ts";

/** Hardly any patience, so that a test takes milliseconds. */
export const IMPATIENT: Partial<Timing> = {
  pollMs: 1,
  maxPollMs: 2,
  retryMs: 1,
  maxRetryMs: 40,
  namelessLooks: 4,
  freshModelTries: 4,
};

const KINDS = [
  ["Refund", "please give the money back for parcel"],
  ["Delivery", "when does the courier bring parcel"],
] as const;

/** A project with a frozen version (12 train, 2 validation, 4 test rows) and a connection to `server`. */
export async function openServiceProject(
  server: OpenAiServer,
  options: {
    folder?: string;
    timing?: Partial<Timing>;
    backend?: Partial<BackendOptions>;
    apiKey?: string;
    trainRows?: number;
  } = {},
) {
  const secrets = options.backend?.secrets ?? createSessionSecrets();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "tacit-test-"));
  const open = (change: Partial<BackendOptions> = {}) =>
    openTestBackend(folder, {
      providers: [
        createInstantProvider(),
        createOpenAiProvider({ ...IMPATIENT, ...options.timing }),
      ],
      ...options.backend,
      secrets,
      ...change,
    });
  const opened = open();
  const { client, backend } = opened;
  await client.projects.create({ name: "Post", taskType: "classify" });
  for (const [name] of KINDS) await client.definitions.addLabel({ name });
  const { labels } = await client.definitions.get();
  const trainRows = options.trainRows ?? 12;
  const splits = [
    ...Array<"train">(trainRows).fill("train"),
    ...(["validation", "validation", "test", "test", "test", "test"] as const),
  ];
  seedExamples(
    backend.session().db,
    splits.map((split, index) => {
      const kind = index % KINDS.length;
      const labelId = labels[kind]?.labelId ?? "";
      const input = `${KINDS[kind]?.[1]} ${index}\u2028"quoted"`;
      return { input, split, answer: { kind: "classify", labelId } };
    }),
  );
  const version = await client.versions.freeze({});
  const connection = await client.providers.saveConnection({
    name: "Test service",
    baseUrl: server.baseUrl,
    apiKey: options.apiKey ?? server.apiKey,
  });
  const target = {
    versionId: version.versionId,
    providerId: "openai" as const,
    connectionId: connection.connectionId,
    baseModel: "base-small-2026-01-01",
  };
  return { ...opened, version, connection, target, reopen: open };
}
type Opened = Awaited<ReturnType<typeof openServiceProject>>;
/** What a training is asked to do; the connection may be left out. */
type Target = Parameters<Opened["client"]["training"]["leaving"]>[0];
export type ServiceProject = Omit<Opened, "target"> & { target: Target };

/** Starts a training as the screen does: look at the sheet, then echo its consent. */
export async function startTraining(
  { client, target }: Pick<ServiceProject, "client" | "target">,
  change: Partial<Parameters<typeof client.training.start>[0]> = {},
): Promise<string> {
  const wanted = { ...target, ...change };
  const { consent } = await client.training.leaving(wanted);
  const { jobId } = await client.training.start({ ...wanted, consent });
  return jobId;
}

/** Trains to the end, whatever the end is. */
export async function trainToEnd(
  project: Pick<ServiceProject, "client" | "target" | "backend">,
  change: Parameters<typeof startTraining>[1] = {},
) {
  const jobId = await startTraining(project, change);
  await project.backend.session().jobs.settled(jobId);
  return project.client.training.get({ jobId });
}

/** Resolves as soon as a run is as wanted; looks after every change of its job. */
export async function untilRun(
  { client }: Pick<ServiceProject, "client">,
  jobId: string,
  isWanted: (run: TrainingRun) => boolean,
): Promise<TrainingRun> {
  for await (const _ of await client.jobs.watch({ jobId })) {
    const run = await client.training.get({ jobId });
    if (isWanted(run)) return run;
  }
  throw new Error("the job ended before it was as wanted");
}
