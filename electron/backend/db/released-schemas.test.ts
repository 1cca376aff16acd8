import { expect, test } from "vitest";
import { layOut, RELEASED, releasedVersion } from "../testing/released/lay-out.ts";
import { recordProject } from "../testing/released/project-record.ts";
import { migrations } from "./migrations/index.ts";
import { openForReading } from "./open.ts";

const NEWEST = migrations.at(-1)?.version ?? 0;

test("every schema that was released has a fixture", () => {
  const older = migrations.map(({ version }) => version).filter((version) => version < NEWEST);
  expect(RELEASED.map(releasedVersion)).toEqual(expect.arrayContaining([1, ...older]));
});

test.each(RELEASED)("a project as %s made it opens, whole, and works", async (name) => {
  const { client, backend, path, fileId, record, version, projectsDir, ...rest } = layOut(name);
  await client.projects.open({ fileId });
  expect(await client.projects.verify()).toMatchObject({ ok: true, problems: [] });
  expect(await recordProject({ client, backend, projectsDir, ...rest })).toEqual(record);
  expect(await client.projects.verify()).toMatchObject({ ok: true, problems: [] });
  const { backups } = await client.backups.list({});
  await backend.close();
  const after = openForReading(path);
  expect(after.pragma("user_version", { simple: true })).toBe(NEWEST);
  after.close();
  if (version === NEWEST) return;
  expect(backups.at(-1)).toMatchObject({ reason: "beforeMigration", state: "good" });
});
