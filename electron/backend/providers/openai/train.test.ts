import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serviceTraits } from "#shared/features/providers/service-traits.ts";
import {
  IMPATIENT,
  openServiceProject,
  type ServiceProject,
  startTraining,
  trainToEnd,
  untilRun,
} from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";
import { createOpenAiProvider } from "./index.ts";

const CREATE = /^POST \/fine_tuning\/jobs$/;
const UPLOAD = /^POST \/files$/;
const LOOK = /^GET \/fine_tuning\/jobs\/[^/]+$/;
const LIST = /^GET \/fine_tuning\/jobs$/;

let server: OpenAiServer;
let project: ServiceProject;
beforeEach(async () => {
  server = await startOpenAiServer();
  project = await openServiceProject(server);
});
afterEach(async () => {
  await project.backend.close();
  await server.close();
});

describe("a training that goes well", () => {
  test("uploads both files as the service demands and ends with a callable name", async () => {
    const run = await trainToEnd(project);
    expect(run).toMatchObject({
      state: "done",
      error: null,
      remoteStatus: "succeeded",
      trainedTokens: 1234,
      trouble: null,
    });
    expect(run.tunedModel).toBe(server.jobs[0]?.job.fine_tuned_model);
    expect([...server.files.values()].map((file) => file.filename)).toEqual([
      "train.jsonl",
      "validation.jsonl",
    ]);
    const [train, validation] = [...server.files.keys()];
    expect(server.requestsTo(CREATE)[0]?.body).toEqual({
      model: "base-small-2026-01-01",
      training_file: train,
      validation_file: validation,
      suffix: "tacit-v1",
      metadata: { client_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test("losses come from events and checkpoints, messages once each and in order", async () => {
    server.behaviour.maxPage = 2;
    server.behaviour.steps = 7;
    const run = await trainToEnd(project);
    expect(run.metrics.map((metric) => metric.step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(run.metrics[0]).toEqual({ step: 1, trainLoss: 1, validLoss: 1.1 });
    const messages = run.events.map((event) => event.message);
    expect(messages[0]).toMatch(/^Created/);
    expect(messages.at(-1)).toBe("The job has successfully completed");
    expect(new Set(messages).size).toBe(messages.length);
  });

  test("hyperparameters travel below the method", async () => {
    await trainToEnd(project, { hyperparameters: { epochs: 2, learningRateMultiplier: 0.5 } });
    expect(server.requestsTo(CREATE)[0]?.body).toMatchObject({
      method: {
        type: "supervised",
        supervised: { hyperparameters: { n_epochs: 2, learning_rate_multiplier: 0.5 } },
      },
    });
  });

  test("an unknown status is shown as it is and counts as open", async () => {
    Object.assign(server.behaviour, { extraStatus: "pending", holdsExtraStatus: true });
    const jobId = await startTraining(project);
    const during = await untilRun(project, jobId, (run) => run.remoteStatus === "pending");
    expect(during.state).toBe("running");
    server.behaviour.holdsExtraStatus = false;
    await project.backend.session().jobs.settled(jobId);
    expect((await project.client.training.get({ jobId })).state).toBe("done");
  });

  test("a model name that comes late is waited for", async () => {
    server.behaviour.namelessLooks = 2;
    expect(await trainToEnd(project)).toMatchObject({ state: "done" });
  });
});

describe("a service whose jobs name no model", () => {
  const traitsOf = (baseUrl: string) => ({
    ...serviceTraits(baseUrl),
    hyperparametersAtTop: true,
    deployment: "modelsV0" as const,
  });
  test("has its last checkpoint deployed and waited for, once", async () => {
    server.behaviour.deploymentLooks = 3;
    const providers = [createOpenAiProvider(IMPATIENT, traitsOf)];
    const other = await openServiceProject(server, { backend: { providers } });
    const run = await trainToEnd(other, { hyperparameters: { epochs: 2 } });
    expect(run).toMatchObject({ state: "done", remoteStatus: "succeeded" });
    expect(run.tunedModel).toBe(server.jobs[0]?.deployment?.name);
    expect(run.tunedModel).toMatch(/^base-small-2026-01-01-LoRa:tacit-v1-/);
    expect(server.requestsTo(CREATE)[0]?.body).toMatchObject({ hyperparameters: { n_epochs: 2 } });
    expect(server.requestsTo(/^POST \/v0\/models$/)).toHaveLength(1);
    const signal = new AbortController().signal;
    const session = other.backend.session();
    const { tuned } = await session.training.makeAnswerers(run.jobId, signal);
    const [row] = session.versions.dataset(other.version.versionId).rows("test");
    expect(row && (await tuned.answer(row, signal)).problem).toBeNull();
    await other.backend.close();
  });
});

describe("a training that ends badly says why", () => {
  test("a name that never comes", async () => {
    server.behaviour.namelessLooks = Infinity;
    expect(await trainToEnd(project)).toMatchObject({
      state: "failed",
      remoteStatus: "succeeded",
      error: { code: "modelNotCallable" },
    });
  });

  test("failed at the service", async () => {
    server.behaviour.endsAs = "failed";
    expect(await trainToEnd(project)).toMatchObject({
      state: "failed",
      error: { code: "remoteJobFailed", params: { detail: "The model could not be trained." } },
    });
  });

  test("cancelled at the service", async () => {
    server.behaviour.endsAs = "cancelled";
    expect(await trainToEnd(project)).toMatchObject({ error: { code: "remoteJobCancelled" } });
  });

  test("gone from the service", async () => {
    server.failOn(LOOK, { kind: "status", status: 404, message: "No such job" }, Infinity);
    const run = await trainToEnd(project);
    expect(run.error).toEqual({ code: "remoteJobGone", params: { jobId: run.remoteJobId } });
  });
});

describe("refusals before anything is sent", () => {
  test.each([
    [401, "keyRejected"],
    [402, "outOfQuota"],
  ])("status %s on the first look is %s, and nothing is uploaded", async (status, code) => {
    server.failOn(/^GET \/models$/, { kind: "status", status });
    expect(await trainToEnd(project)).toMatchObject({ state: "failed", error: { code } });
    expect(server.requestsTo(UPLOAD)).toEqual([]);
  });

  test("a sign-in page is never taken for a success", async () => {
    server.failOn(/^GET \/models$/, { kind: "html" });
    expect(await trainToEnd(project)).toMatchObject({ error: { code: "notThatService" } });
    server.failOn(UPLOAD, { kind: "html" });
    expect(await trainToEnd(project)).toMatchObject({ error: { code: "notThatService" } });
    expect(server.files.size).toBe(0);
  });

  test("a redirect is not followed", async () => {
    const elsewhere = await startOpenAiServer();
    const location = `${elsewhere.baseUrl}/files`;
    server.failOn(UPLOAD, { kind: "status", status: 307, headers: { location } });
    expect(await trainToEnd(project)).toMatchObject({ error: { code: "notThatService" } });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });
});

describe("refusals of the job", () => {
  test.each([
    [{ status: 403, message: "closed" }, "notEntitled", {}],
    [
      { status: 404, code: "model_not_found", message: "The model does not exist" },
      "modelNotFound",
      { model: "base-small-2026-01-01" },
    ],
    [{ status: 429, code: "insufficient_quota" }, "outOfQuota", {}],
    [{ status: 400, body: '{"detail":"no GPU"}' }, "serviceRefused", { detail: "no GPU" }],
  ])("%j is %s, told once", async (fault, code, params) => {
    server.failOn(CREATE, { kind: "status", ...fault }, Infinity);
    expect(await trainToEnd(project)).toMatchObject({ error: { code, params } });
    expect(server.requestsTo(CREATE)).toHaveLength(1);
  });

  test("a refused file says so", async () => {
    server.failOn(UPLOAD, { kind: "status", status: 400, message: "Line 3 is empty" });
    expect(await trainToEnd(project)).toMatchObject({
      error: { code: "uploadRefused", params: { detail: "Line 3 is empty" } },
    });
  });
});

describe("never two paid jobs", () => {
  test.each(["kept", "dropped"] as const)(
    "an answer lost after the job was accepted finds that job again (metadata %s)",
    async (metadata) => {
      server.behaviour.metadata = metadata;
      server.failOn(CREATE, { kind: "dropAfter" });
      expect(await trainToEnd(project)).toMatchObject({ state: "done" });
      expect(server.jobs).toHaveLength(1);
      expect(server.requestsTo(CREATE)).toHaveLength(1);
    },
  );

  test("a service that ignores the filter does not lend us another's job", async () => {
    server.behaviour.filtersByMetadata = false;
    await trainToEnd(project);
    server.failOn(CREATE, { kind: "dropAfter" });
    const second = await trainToEnd(project);
    expect(second.state).toBe("done");
    expect(second.remoteJobId).toBe(server.jobs[1]?.job.id);
    expect(server.jobs).toHaveLength(2);
  });

  test("a failure that left no job behind is tried again", async () => {
    server.failOn(CREATE, { kind: "status", status: 503 });
    expect(await trainToEnd(project)).toMatchObject({ state: "done" });
    expect(server.jobs).toHaveLength(1);
    expect(server.requestsTo(LIST).length).toBeGreaterThan(0);
  });

  test("a failure that lasts is told after a bounded number of tries", async () => {
    server.failOn(CREATE, { kind: "status", status: 503 }, Infinity);
    expect(await trainToEnd(project)).toMatchObject({
      error: { code: "serviceDown", params: { status: 503 } },
    });
    expect(server.requestsTo(CREATE)).toHaveLength(3);
  });

  test.each([{ kind: "status", status: 500 }, { kind: "html" }] as const)(
    "a list that cannot be read (%j) leaves the job in doubt and is not followed by another",
    async (fault) => {
      server.failOn(CREATE, { kind: "dropAfter" });
      server.failOn(LIST, fault, Infinity);
      expect(await trainToEnd(project)).toMatchObject({
        state: "failed",
        error: { code: "jobDoubtful" },
      });
      expect(server.requestsTo(CREATE)).toHaveLength(1);
    },
  );
});

describe("patience", () => {
  test("a broken upload is sent again, and the file arrives once", async () => {
    server.failOn(UPLOAD, { kind: "drop" });
    server.failOn(UPLOAD, { kind: "status", status: 502 });
    expect(await trainToEnd(project)).toMatchObject({ state: "done" });
    expect(server.files.size).toBe(2);
  });

  test("an outage while watching is shown, outlasted and then forgotten", async () => {
    server.failOn(LOOK, { kind: "status", status: 503 }, 60);
    const jobId = await startTraining(project);
    const during = await untilRun(project, jobId, (run) => run.trouble !== null);
    expect(during).toMatchObject({
      state: "running",
      trouble: { code: "serviceDown", params: { status: 503 } },
    });
    server.stopFailing();
    await project.backend.session().jobs.settled(jobId);
    expect(await project.client.training.get({ jobId })).toMatchObject({
      state: "done",
      trouble: null,
    });
  });

  test("Retry-After is honoured", async () => {
    const headers = { "retry-after-ms": "60" };
    server.failOn(LOOK, { kind: "status", status: 429, headers });
    expect(await trainToEnd(project)).toMatchObject({ state: "done" });
    const [first, second] = server.requestsTo(LOOK);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(59);
  });

  test("being asked to slow down for ever ends an upload", async () => {
    server.failOn(UPLOAD, { kind: "status", status: 429 }, Infinity);
    expect(await trainToEnd(project)).toMatchObject({ error: { code: "rateLimited" } });
    expect(server.requestsTo(UPLOAD)).toHaveLength(4);
  });

  test("a key that is revoked while watching can be replaced", async () => {
    server.behaviour.steps = Infinity;
    const jobId = await startTraining(project);
    const { connectionId, name, baseUrl } = project.connection;
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    await project.client.providers.saveConnection({ connectionId, name, baseUrl, apiKey: "wrong" });
    await untilRun(project, jobId, (run) => run.trouble?.code === "keyRejected");
    server.behaviour.steps = 1;
    const apiKey = server.apiKey;
    await project.client.providers.saveConnection({ connectionId, name, baseUrl, apiKey });
    await project.backend.session().jobs.settled(jobId);
    expect(await project.client.training.get({ jobId })).toMatchObject({
      state: "done",
      trouble: null,
    });
  });
});

describe("cancelling", () => {
  test("ends the job at the service", async () => {
    server.behaviour.steps = Infinity;
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    await project.client.jobs.cancel({ jobId });
    await project.backend.session().jobs.settled(jobId);
    expect(server.jobs[0]?.job.status).toBe("cancelled");
    expect(await project.client.training.get({ jobId })).toMatchObject({
      state: "cancelled",
      remoteStatus: "cancelled",
    });
  });

  test("works in the middle of an outage", async () => {
    server.behaviour.steps = Infinity;
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    server.failOn(LOOK, { kind: "drop" }, Infinity);
    await untilRun(project, jobId, (run) => run.trouble !== null);
    await project.client.jobs.cancel({ jobId });
    await project.backend.session().jobs.settled(jobId);
    expect(server.jobs[0]?.job.status).toBe("cancelled");
  });

  test("before there is a job, takes the uploads back", async () => {
    const headers = { "retry-after-ms": "600000" };
    server.failOn(CREATE, { kind: "status", status: 429, headers });
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.trouble?.code === "rateLimited");
    await project.client.jobs.cancel({ jobId });
    await project.backend.session().jobs.settled(jobId);
    expect(server.jobs).toEqual([]);
    expect(server.files.size).toBe(0);
  });
});
