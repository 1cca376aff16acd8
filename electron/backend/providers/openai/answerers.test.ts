import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  openServiceProject,
  type ServiceProject,
  trainToEnd,
} from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";

const CHAT = /^POST \/chat\/completions$/;

let server: OpenAiServer;
let project: ServiceProject;
let jobId: string;
const signal = new AbortController().signal;
beforeEach(async () => {
  server = await startOpenAiServer();
  project = await openServiceProject(server);
  jobId = (await trainToEnd(project)).jobId;
});
afterEach(async () => {
  await project.backend.close();
  await server.close();
});

const open = () => project.backend.session().training.makeAnswerers(jobId, signal);
const testRows = () =>
  project.backend.session().versions.dataset(project.version.versionId).rows("test");

async function answerFirst() {
  const [row] = testRows();
  if (!row) throw new Error("no test row");
  return (await open()).tuned.answer(row, signal);
}

describe("both models answer", () => {
  test("the tuned one is right where the base is not, on the same question", async () => {
    const answerers = await open();
    expect(answerers).toMatchObject({
      providerId: "openai",
      baseModel: "base-small-2026-01-01",
      versionId: project.version.versionId,
      concurrency: 4,
    });
    const rows = testRows();
    const answers = await Promise.all(
      rows.map(async (row) => ({
        expected: row.answer.kind === "classify" ? row.answer.label : "",
        base: await answerers.base.answer(row, signal),
        tuned: await answerers.tuned.answer(row, signal),
      })),
    );
    expect(rows).toHaveLength(4);
    expect(answers.every(({ tuned, expected }) => tuned.text === expected)).toBe(true);
    expect(answers.every(({ base }) => base.text === "Refund")).toBe(true);
    const bodies = server.requestsTo(CHAT).map((request) => request.body as object);
    expect(bodies[0]).toMatchObject({
      temperature: 0,
      messages: [{ role: "system", content: expect.stringContaining("Refund, Delivery") }, {}],
    });
    expect(new Set(bodies.map((body) => Object.keys(body).join()))).toHaveProperty("size", 1);
  });

  test("parameters that the service refuses are left out, for good", async () => {
    server.behaviour.refusedParameters = ["temperature", "max_completion_tokens"];
    const answerers = await open();
    for (const row of testRows()) {
      expect((await answerers.tuned.answer(row, signal)).problem).toBeNull();
    }
    const bodies = server.requestsTo(CHAT).map((request) => request.body);
    expect(bodies).toHaveLength(6);
    expect(bodies.at(-1)).toMatchObject({ max_tokens: 2048 });
    expect(bodies.at(-1)).not.toHaveProperty("temperature");
  });
});

describe("what is no clean answer is marked", () => {
  test.each([
    [
      { finish_reason: "length", content: "half a sen" },
      { text: "half a sen", problem: "cutShort" },
    ],
    [
      { content: null, refusal: "I cannot." },
      { text: "I cannot.", problem: "refused" },
    ],
    [{ finish_reason: "content_filter", content: "" }, { problem: "refused" }],
    [{ content: "" }, { problem: "failed" }],
    [{ content: null }, { text: null, problem: "failed" }],
  ])("%j", async (answer, expected) => {
    server.behaviour.answer = answer;
    expect(await answerFirst()).toMatchObject(expected);
  });

  test("another model than the one that was asked", async () => {
    server.behaviour.answersAs = "base-small-2026-01-01";
    expect(await answerFirst()).toMatchObject({
      problem: "otherModel",
      detail: "base-small-2026-01-01",
    });
  });

  test("a question that the service refuses by itself", async () => {
    server.failOn(CHAT, { kind: "status", status: 400, message: "content policy" });
    expect(await answerFirst()).toEqual({
      text: null,
      problem: "failed",
      detail: "content policy",
    });
  });
});

describe("what ends the asking", () => {
  test("a fresh model that is not there yet is waited for", async () => {
    server.behaviour.freshModelMisses = 2;
    expect((await answerFirst()).problem).toBeNull();
  });
  test("and one that never comes is told", async () => {
    server.behaviour.freshModelMisses = Infinity;
    await expect(answerFirst()).rejects.toMatchObject({ code: "modelNotCallable" });
  });
  test("a base model that is gone is told as that", async () => {
    const [row] = testRows();
    server.failOn(CHAT, { kind: "status", status: 404, code: "model_not_found" }, Infinity);
    const { base } = await open();
    await expect(row && base.answer(row, signal)).rejects.toMatchObject({
      code: "modelNotFound",
      params: { model: "base-small-2026-01-01" },
    });
  });
  test.each([
    [{ status: 401 }, "keyRejected", 1],
    [{ status: 429, code: "insufficient_quota" }, "outOfQuota", 1],
    [{ status: 429 }, "rateLimited", 4],
    [{ status: 503 }, "serviceDown", 4],
  ])("%j is %s after %s requests", async (fault, code, requests) => {
    server.failOn(CHAT, { kind: "status", ...fault }, Infinity);
    await expect(answerFirst()).rejects.toMatchObject({ code });
    expect(server.requestsTo(CHAT)).toHaveLength(requests);
  });
  test("an answer that breaks off is asked for again", async () => {
    server.failOn(CHAT, { kind: "dropAfter" });
    expect((await answerFirst()).problem).toBeNull();
  });
});
