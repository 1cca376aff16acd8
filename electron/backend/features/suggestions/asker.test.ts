import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { at } from "../../testing/open-seeded-project.ts";
import { openServiceProject, type ServiceProject } from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";
import { seedExamples } from "../../testing/seed-examples.ts";

const CHAT = /^POST \/chat\/completions$/;
const MODEL = "base-small-2026-01-01";

let server: OpenAiServer;
let project: ServiceProject;
let exampleIds: string[];
let labelIds: string[];
let connectionId: string;

beforeEach(async () => {
  server = await startOpenAiServer();
  project = await openServiceProject(server);
  const { client, backend } = project;
  exampleIds = seedExamples(
    backend.session().db,
    Array.from({ length: 30 }, (_, number) => ({ input: `private words ${number}` })),
  );
  labelIds = (await client.definitions.get()).labels.map(({ labelId }) => labelId);
  ({ connectionId } = at(await client.providers.listConnections(), 0));
  await client.annotations.saveSettings({
    blindShare: 0,
    suggestionsFrom: { kind: "connection", connectionId, model: MODEL },
  });
});
afterEach(async () => {
  await project.backend.close();
  await server.close();
});

const list = (asked = exampleIds.slice(0, 12)) =>
  project.client.suggestions.list({ exampleIds: asked });
const settled = () =>
  vi.waitUntil(
    async () => {
      const answer = await list();
      return answer.learning.phase === "asking" || answer.items.length < 12 ? null : answer;
    },
    { timeout: 10_000, interval: 10 },
  );

describe("a connected model", () => {
  test("is asked nothing before somebody agreed, and not again after a reopening", async () => {
    const before = await list();
    expect(before.items).toEqual([]);
    expect(before.learning).toMatchObject({
      phase: "needsConsent",
      service: { host: new URL(server.baseUrl).host, model: MODEL },
    });
    await project.client.suggestions.agree({ connectionId });
    await settled();
    const { path } = project.backend.session();
    await project.backend.closeProject();
    await project.backend.openProject(path);
    const asked = server.requestsTo(CHAT).length;
    expect((await list(exampleIds.slice(12))).learning.phase).toBe("needsConsent");
    expect(server.requestsTo(CHAT)).toHaveLength(asked);
  });

  test("is sent the examples that come next and no others, each once", async () => {
    await project.client.suggestions.agree({ connectionId });
    const { items } = await settled();
    expect(items.map(({ value, source }) => ({ value, source }))).toEqual(
      items.map(() => ({
        value: { kind: "classify", labelId: at(labelIds, 0) },
        source: MODEL,
      })),
    );
    await list();
    const sent = server
      .requestsTo(CHAT)
      .map(({ body }) => (body as { messages: { content: string }[] }).messages.at(-1)?.content);
    expect(new Set(sent)).toEqual(
      new Set(Array.from({ length: 12 }, (_, number) => `private words ${number}`)),
    );
    expect(sent).toHaveLength(12);
  });

  test.each(["ADMIN", "Refund, because the text says so", "Refund\nDelivery", "{}", " "])(
    "can say nothing but a label: %j",
    async (content) => {
      server.behaviour.answer = { content };
      await project.client.suggestions.agree({ connectionId });
      await list();
      await vi.waitUntil(async () => (await list()).learning.phase === "ready", {
        timeout: 10_000,
      });
      expect((await list()).items).toEqual([]);
      expect(server.requestsTo(CHAT)).toHaveLength(12);
    },
  );

  test("that fails says why once, lets answers go on, and is asked again on request", async () => {
    server.failOn(CHAT, { kind: "status", status: 401, message: "no" }, 1000);
    await project.client.suggestions.agree({ connectionId });
    await list();
    const failed = await vi.waitUntil(
      async () => {
        const { learning } = await list();
        return learning.phase === "failed" ? learning : null;
      },
      { timeout: 10_000, interval: 10 },
    );
    expect(failed.problem?.code).toBe("keyRejected");
    const asked = server.requestsTo(CHAT).length;
    const value = { kind: "classify" as const, labelId: at(labelIds, 1) };
    const exampleId = at(exampleIds, 20);
    const { example } = await project.client.annotations.answer({ exampleId, value });
    expect(example.answer).toEqual(value);
    await list();
    expect(server.requestsTo(CHAT)).toHaveLength(asked);
    server.stopFailing();
    await project.client.suggestions.retry();
    expect((await settled()).items).toHaveLength(12);
  });
});
