import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  openServiceProject,
  type ServiceProject,
  startTraining,
  trainToEnd,
  untilRun,
} from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";
import { createErrorLog } from "../../rpc/error-log.ts";
import { createSessionSecrets } from "../../secrets/secret-store.ts";

const CREATE = /^POST \/fine_tuning\/jobs$/;
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

/** Opens the same project in a new backend, as after a restart. */
async function reopen(change: Parameters<ServiceProject["reopen"]>[0] = {}) {
  await project.backend.close();
  const next = project.reopen(change);
  const [recent] = await next.client.projects.listRecent();
  await next.client.projects.open({ recentId: recent?.recentId ?? "" });
  project = { ...project, ...next };
}

describe("what leaves this computer", () => {
  test("the sheet names the destination, the files and their bytes as they arrive there", async () => {
    const sheet = await project.client.training.leaving(project.target);
    expect(sheet.destination).toBe(`Test service (${new URL(server.baseUrl).host})`);
    expect(sheet.staysHere).toContain("testSplit");
    expect(server.requests).toEqual([]);
    await trainToEnd(project);
    const uploaded = [...server.files.values()];
    expect(sheet.files.map(({ name, bytes }) => ({ name, bytes }))).toEqual(
      uploaded.map(({ filename, content }) => ({ name: filename, bytes: content.length })),
    );
    expect(uploaded[0]?.content.toString("utf8").split("\n")[0]).toBe(sheet.sampleLines[0]);
    const sent = uploaded.map((file) => file.content.toString("utf8")).join("");
    for (const row of project.backend
      .session()
      .versions.dataset(project.version.versionId)
      .rows("test")) {
      expect(sent).not.toContain(row.input.split("\u2028")[0]);
    }
  });

  test("nothing leaves for the instant model, and it trains here", async () => {
    const here = { providerId: "instant" as const, baseModel: "instant" };
    const target = { versionId: project.version.versionId, ...here };
    expect(await project.client.training.leaving(target)).toMatchObject({
      destination: null,
      files: [],
      sampleLines: [],
    });
    const run = await trainToEnd({ ...project, target });
    expect(run).toMatchObject({ state: "done", connectionName: null, remoteJobId: null });
    expect(server.requests).toEqual([]);
    const signal = new AbortController().signal;
    const answerers = await project.backend.session().training.makeAnswerers(run.jobId, signal);
    const [row] = project.backend.session().versions.dataset(target.versionId).rows("test");
    expect(row && (await answerers.tuned.answer(row, signal))).toMatchObject({ problem: null });
  });

  test("another target than the one that was shown needs a new look", async () => {
    const { consent } = await project.client.training.leaving(project.target);
    for (const change of [
      { baseModel: "base-large-2026-01-01" },
      { hyperparameters: { epochs: 9 } },
    ]) {
      const start = project.client.training.start({ ...project.target, ...change, consent });
      await expect(start).rejects.toMatchObject({ data: { code: "consentOutdated" } });
    }
    const { connectionId, name } = project.connection;
    const baseUrl = server.baseUrl.replace("/v1", "/v2");
    await project.client.providers.saveConnection({ connectionId, name, baseUrl });
    const start = project.client.training.start({ ...project.target, consent });
    await expect(start).rejects.toMatchObject({ data: { code: "consentOutdated" } });
    expect(await project.client.training.list()).toEqual([]);
  });
});

describe("starting is refused", () => {
  test("without a connection, a key or enough rows; no run is recorded", async () => {
    const { client, target } = project;
    const { connectionId: _none, ...nowhere } = target;
    await expect(client.training.leaving(nowhere)).rejects.toMatchObject({
      data: { code: "connectionMissing" },
    });
    const small = await openServiceProject(server, { trainRows: 8 });
    await expect(startTraining(small)).rejects.toMatchObject({
      data: { code: "tooFewTrainRows", params: { rows: 8, minimum: 10 } },
    });
    expect(await small.client.training.list()).toEqual([]);
    await small.backend.close();
  });

  test("before training is done there is nothing to compare", async () => {
    server.behaviour.endsAs = "failed";
    const { jobId } = await trainToEnd(project);
    const making = project.backend
      .session()
      .training.makeAnswerers(jobId, new AbortController().signal);
    await expect(making).rejects.toMatchObject({ code: "trainingNotDone" });
  });
});

test("an estimate counts tokens and admits that the price is unknown", async () => {
  const estimate = await project.client.training.estimate(project.target);
  expect(estimate).toMatchObject({ trainRows: 12, tokensAreEstimate: true, cost: null });
  expect(estimate.trainTokens / 12).toBeGreaterThan(30);
  expect(estimate.trainTokens / 12).toBeLessThan(70);
});

describe("after a restart", () => {
  test("a run that went on at the service is watched to its end, with its whole history", async () => {
    server.behaviour.steps = 1_000_000;
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    await project.client.projects.close();
    expect(server.requestsTo(/cancel/)).toEqual([]);
    server.behaviour.steps = 1;
    await reopen();
    await project.backend.session().jobs.settled(jobId);
    const run = await project.client.training.get({ jobId });
    expect(run).toMatchObject({ state: "done", tunedModel: server.jobs[0]?.job.fine_tuned_model });
    const steps = run.metrics.map((metric) => metric.step);
    expect(steps).toEqual(steps.map((_, index) => index + 1));
    expect(server.requestsTo(CREATE)).toHaveLength(1);
    expect(server.files.size).toBe(2);
  });

  test("a job whose creation was never confirmed is found instead of made again", async () => {
    const headers = { "retry-after-ms": "75" };
    server.failOn(CREATE, { kind: "dropAfter" });
    server.failOn(LIST, { kind: "status", status: 503, headers }, Infinity);
    const asked = server.nextRequest(LIST);
    const jobId = await startTraining(project);
    await asked;
    await project.client.projects.close();
    server.stopFailing();
    await reopen();
    await project.backend.session().jobs.settled(jobId);
    expect(await project.client.training.get({ jobId })).toMatchObject({
      state: "done",
      remoteJobId: server.jobs[0]?.job.id,
    });
    expect(server.requestsTo(CREATE)).toHaveLength(1);
    expect(server.jobs).toHaveLength(1);
  });

  test("a key that did not survive is waited for", async () => {
    server.behaviour.steps = 1_000_000;
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    await project.client.projects.close();
    await reopen({ secrets: createSessionSecrets() });
    // A server on this computer may want no key, so it is asked without one.
    await untilRun(project, jobId, (run) => run.trouble?.code === "keyRejected");
    server.behaviour.steps = 1;
    const apiKey = server.apiKey;
    await project.client.providers.saveConnection({ ...project.connection, apiKey });
    await project.backend.session().jobs.settled(jobId);
    expect((await project.client.training.get({ jobId })).state).toBe("done");
  });

  test("a key is not sent to another address than the run was started at", async () => {
    server.behaviour.steps = 1_000_000;
    const jobId = await startTraining(project);
    await untilRun(project, jobId, (run) => run.remoteStatus === "running");
    const elsewhere = { baseUrl: "https://other.test/v1", apiKey: "sk-of-another-service" };
    await project.client.providers.saveConnection({ ...project.connection, ...elsewhere });
    await untilRun(project, jobId, (run) => run.trouble?.code === "connectionMissing");
    await project.client.jobs.cancel({ jobId });
    await project.backend.session().jobs.settled(jobId);
    const run = await project.client.training.get({ jobId });
    expect(run).toMatchObject({ state: "cancelled", remoteStatus: "running" });
    expect(run.events.at(-1)?.message).toContain("did not confirm the cancel");
    expect(server.requests.some(({ authorization }) => authorization.includes("another"))).toBe(
      false,
    );
  });

  test("a run on this computer stays interrupted", async () => {
    const { db } = project.backend.session();
    const here = { providerId: "instant" as const, baseModel: "instant" };
    const target = { versionId: project.version.versionId, ...here };
    const run = await trainToEnd({ ...project, target });
    db.prepare("update job set state = 'running' where public_id = ?").run(run.jobId);
    db.exec("update training_run set artefact = null, tuned_model = null");
    await reopen();
    expect(await project.client.training.get({ jobId: run.jobId })).toMatchObject({
      state: "interrupted",
    });
  });
});

test("the key is nowhere: not in the project, the settings, the log or an answer", async () => {
  const apiKey = "sk-canary-4f7c21d09b";
  const guarded = await startOpenAiServer({ apiKey });
  let log = "";
  const logError = createErrorLog((line) => {
    log += line;
  });
  const opened = await openServiceProject(guarded, {
    apiKey,
    backend: { secrets: createSessionSecrets(), logError },
  });
  const echo = { kind: "status", message: `bad key ${apiKey}`, code: apiKey } as const;
  const answers: unknown[] = [];
  for (const status of [400, 401, 403, 404, 429, 500]) {
    guarded.failOn(/^POST/, { ...echo, status }, 6);
    answers.push(await trainToEnd(opened));
    guarded.stopFailing();
    guarded.failOn(/^GET/, { ...echo, status }, 6);
    const { connectionId } = opened.target;
    answers.push(await opened.client.providers.checkAccess({ providerId: "openai", connectionId }));
    guarded.stopFailing();
  }
  guarded.behaviour.extraStatus = `status ${apiKey}`;
  answers.push(await trainToEnd(opened));
  answers.push(await opened.client.providers.listConnections());
  expect(answers.at(-2)).toMatchObject({ state: "done" });
  await opened.backend.close();
  expect(guarded.requests.some((request) => request.authorization.includes(apiKey))).toBe(true);
  const files = readdirSync(opened.folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(opened.folder, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect(files.filter((path) => readFileSync(path).includes(apiKey))).toEqual([]);
  expect(log).not.toContain(apiKey);
  expect(JSON.stringify(answers)).not.toContain(apiKey);
  await guarded.close();
});
