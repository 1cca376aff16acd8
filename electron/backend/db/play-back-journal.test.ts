import { copyFileSync, existsSync, renameSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openSeededProject } from "../testing/open-seeded-project.ts";

test("a project whose closing was cut short, with a rollback journal left, opens as it was", async () => {
  const { client, backend, projectsDir } = await openSeededProject("classify", ["A"], () =>
    Array.from({ length: 500 }, (_, n) => ({ input: `text ${n}` })),
  );
  await client.projects.close();
  const path = `${projectsDir}/Test.tacit`;
  // What a crash leaves: pages changed in the file, their old content in the journal, and nobody at work.
  const other = new Database(path);
  other.exec("pragma cache_size = 1; pragma cache_spill = 1; begin immediate");
  other.exec("update example set flagged = 1; update label set name = 'half done'");
  copyFileSync(path, `${path}.crashed`);
  copyFileSync(`${path}-journal`, `${path}.crashed-journal`);
  other.exec("rollback");
  other.close();
  for (const ending of ["", "-journal"]) renameSync(`${path}.crashed${ending}`, path + ending);

  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["A"]);
  expect((await client.examples.list({ filter: { flagged: true } })).total).toBe(0);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
  expect(existsSync(`${path}-journal`)).toBe(false);
});
