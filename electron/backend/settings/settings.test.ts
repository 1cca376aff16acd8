import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBackend } from "../testing/test-backend.ts";
import { createSettingsStore } from "./settings.ts";

const connection = { connectionId: "c1", name: "Mine", baseUrl: "https://example.com" };

test("settings outlive the process", () => {
  const path = join(mkdtempSync(join(tmpdir(), "tacit-settings-")), "settings.json");
  createSettingsStore(path).update((now) => ({ ...now, connections: [connection] }));
  expect(createSettingsStore(path).get().connections).toEqual([connection]);
});

test.each([
  ["cut short", '{"recent": [], "connect'],
  ["of another shape", '{"recent": 5, "connections": [{"connectionId": "c1"}]}'],
])("settings that are %s start afresh, and what was there is set aside", (_kind, text) => {
  const path = join(mkdtempSync(join(tmpdir(), "tacit-settings-")), "settings.json");
  writeFileSync(path, text);
  const settings = createSettingsStore(path);
  expect(settings.get()).toEqual({ recent: [], connections: [] });
  settings.update((now) => ({ ...now, connections: [connection] }));
  expect(readFileSync(`${path}.damaged`, "utf8")).toBe(text);
});

test("a settings file that cannot be written stops neither opening nor closing", async () => {
  const errors: unknown[] = [];
  const logError = (error: unknown) => `${errors.push(error)}`;
  const { client, backend, folder } = openTestBackend(undefined, { logError });
  mkdirSync(join(folder, "app", "settings.json.part"), { recursive: true });
  await client.projects.create({ name: "Mine", taskType: "write" });
  const { db, path } = backend.session();
  await client.projects.rename({ name: "Renamed" });
  await client.projects.close();
  expect(errors).not.toEqual([]);
  expect(db.open).toBe(false);
  const { fileId } = backend.grants.add(path, "read");
  expect(await client.projects.open({ fileId })).toMatchObject({ name: "Renamed" });
  await backend.close();
});
