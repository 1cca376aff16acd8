import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOpenAiProvider } from "../../providers/openai/index.ts";
import { IMPATIENT } from "../../testing/open-service-project.ts";
import { type OpenAiServer, startOpenAiServer } from "../../testing/openai-server/server.ts";
import { openTestBackend } from "../../testing/test-backend.ts";
import { safeAddress } from "./address.ts";

let server: OpenAiServer;
let opened: ReturnType<typeof openTestBackend>;
beforeEach(async () => {
  server = await startOpenAiServer({
    models: [{ id: "b", shutdown_date: "2027-01-14" }, { id: "a" }],
  });
  opened = openTestBackend(undefined, { providers: [createOpenAiProvider(IMPATIENT)] });
});
afterEach(async () => {
  await opened.backend.close();
  await server.close();
});

const save = (more: object = {}) =>
  opened.client.providers.saveConnection({ name: "S", baseUrl: server.baseUrl, ...more });
const check = (connectionId: string) =>
  opened.client.providers.checkAccess({ providerId: "openai", connectionId });

describe("addresses", () => {
  test.each([
    ["https://api.test/v1/", "https://api.test/v1"],
    ["https://me:pass@api.test/v1?x=1#y", "https://api.test/v1"],
    ["http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1"],
    ["http://localhost:8000", "http://localhost:8000"],
    ["http://[::1]:8000/v1", "http://[::1]:8000/v1"],
  ])("%s is kept as %s", (given, kept) => expect(safeAddress(given)).toBe(kept));

  test.each([
    "http://api.test/v1",
    "http://127.0.0.1.evil.test",
    "http://192.168.0.4/v1",
    "ftp://x.test",
  ])("%s is refused", async (baseUrl) => {
    await expect(save({ baseUrl })).rejects.toMatchObject({ data: { code: "insecureAddress" } });
    expect(await opened.client.providers.listConnections()).toEqual([]);
  });
});

describe("connections", () => {
  test("keep name and address in the settings, the key elsewhere", async () => {
    const made = await save({ apiKey: " sk-canary-key-1\n" });
    expect(made).toMatchObject({ name: "S", baseUrl: server.baseUrl, key: "session" });
    const settings = readFileSync(join(opened.folder, "app", "settings.json"), "utf8");
    expect(settings).toContain(made.connectionId);
    expect(settings).not.toContain("canary");
    expect(await opened.client.providers.listConnections()).toEqual([made]);
  });

  test("keep the key when only the name changes, and drop it for another address", async () => {
    const { connectionId } = await save({ apiKey: server.apiKey });
    expect(await save({ connectionId, name: "T" })).toMatchObject({ name: "T", key: "session" });
    expect(await save({ connectionId, baseUrl: "https://other.test/v1" })).toMatchObject({
      key: "missing",
    });
  });

  test("are removed with their key", async () => {
    const { connectionId } = await save({ apiKey: server.apiKey });
    await opened.client.providers.removeConnection({ connectionId });
    expect(await opened.client.providers.listConnections()).toEqual([]);
    await expect(check(connectionId)).rejects.toMatchObject({
      data: { code: "connectionMissing" },
    });
  });

  test("unknown ones are not made up", async () => {
    await expect(save({ connectionId: "nobody" })).rejects.toMatchObject({
      data: { code: "notFound" },
    });
  });
});

describe("access", () => {
  test("a good key is told, and only the key was sent", async () => {
    const { connectionId } = await save({ apiKey: server.apiKey });
    expect(await check(connectionId)).toEqual({ state: "ok" });
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /models"]);
  });

  test("a wrong key, a missing key and an address where nobody answers", async () => {
    const { connectionId } = await save({ apiKey: "sk-wrong-wrong" });
    expect(await check(connectionId)).toMatchObject({ state: "problem", code: "keyRejected" });
    const far = await save({ baseUrl: "https://nobody.invalid/v1" });
    expect(await check(far.connectionId)).toMatchObject({
      code: "keyMissing",
      params: { name: "S" },
    });
    const port = new URL(server.baseUrl).port;
    await server.close();
    expect(await check(connectionId)).toMatchObject({
      code: "serviceUnreachable",
      params: { host: `127.0.0.1:${port}` },
    });
    server = await startOpenAiServer();
  });

  test.each([
    [{ kind: "html" }, "notThatService"],
    [{ kind: "status", status: 200, body: "not json" }, "notThatService"],
    [{ kind: "status", status: 200, body: "[]" }, "notThatService"],
    [{ kind: "status", status: 500 }, "serviceDown"],
    [{ kind: "drop" }, "serviceUnreachable"],
  ] as const)("%j is %s", async (fault, code) => {
    const { connectionId } = await save({ apiKey: server.apiKey });
    server.failOn(/models/, fault, 9);
    expect(await check(connectionId)).toMatchObject({ state: "problem", code });
  });
});

test("base models come with the date on which they close", async () => {
  const { connectionId } = await save({ apiKey: server.apiKey });
  expect(
    await opened.client.providers.listBaseModels({ providerId: "openai", connectionId }),
  ).toEqual([
    { model: "a", shutdownDate: null },
    { model: "b", shutdownDate: "2027-01-14" },
  ]);
});
