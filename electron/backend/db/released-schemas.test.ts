import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type ProjectRecord, recordProject } from "../testing/released/project-record.ts";
import { openTestBackend } from "../testing/test-backend.ts";
import { migrations } from "./migrations/index.ts";
import { openForReading } from "./open.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const NEWEST = migrations.at(-1)?.version ?? 0;
const released = readdirSync(FIXTURES)
  .filter((name) => name.endsWith(".tacit.gz"))
  .map((name) => name.replace(".tacit.gz", ""));

/** A released project file as a user would find it in the Tacit folder, and what is recorded of it. */
function layOut(name: string) {
  const opened = openTestBackend();
  mkdirSync(opened.projectsDir, { recursive: true });
  const path = join(opened.projectsDir, "Old.tacit");
  const bytes = gunzipSync(readFileSync(join(FIXTURES, `${name}.tacit.gz`)));
  writeFileSync(path, bytes);
  const record = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8")) as ProjectRecord;
  const { fileId } = opened.backend.grants.add(path, "read");
  const version = Number(/^v(\d+)/.exec(name)?.[1]);
  return { ...opened, path, bytes, record, fileId, version };
}

test("every schema that was released has a fixture", () => {
  const versions = new Set(released.map((name) => Number(/^v(\d+)/.exec(name)?.[1])));
  for (const { version } of migrations) if (version < NEWEST) expect(versions).toContain(version);
});

test.each(released)("a project as %s made it opens, whole, and works", async (name) => {
  const { client, backend, path, fileId, record, version, projectsDir, ...rest } = layOut(name);
  await client.projects.open({ fileId });
  expect(await client.projects.verify()).toMatchObject({ ok: true, problems: [] });
  expect(await recordProject({ client, backend, projectsDir, ...rest })).toEqual(record);
  expect(await client.projects.verify()).toMatchObject({ ok: true, problems: [] });
  await backend.close();
  const after = openForReading(path);
  expect(after.pragma("user_version", { simple: true })).toBe(NEWEST);
  after.close();
  if (version === NEWEST) return;
  const backups = join(projectsDir, ".tacit-backups");
  const [backup] = readdirSync(backups);
  const copy = openForReading(join(backups, backup ?? ""));
  expect(copy.pragma("user_version", { simple: true })).toBe(version);
  copy.close();
});
