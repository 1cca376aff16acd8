import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

const CANARY = "xanthippecanary";

/** Files below a folder that hold the word, in whatever encoding a database writes it. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) =>
      readFileSync(join(folder, name)).toString("latin1").toLowerCase().includes(word),
    );
}

async function openWithCanary() {
  const opened = await openSeededProject("write", [], () => [
    { input: `The secret is ${CANARY}.`, split: "train" },
    { input: "nothing of note", split: "train" },
    { input: "also harmless", split: "test" },
  ]);
  const { client, exampleIds } = opened;
  const write = (response: string) => ({ kind: "write" as const, response });
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value: write(`say ${CANARY}`) });
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value: write("say no") });
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value: write("yes") });
  await client.annotations.answer({ exampleId: at(exampleIds, 2), value: write("yes") });
  opened.backend.session().search.finish();
  await client.checks.run();
  const { viewId, total } = await client.examples.browse({ filter: { text: CANARY } });
  expect(total).toBe(1);
  const folder = dirname(opened.backend.session().path);
  expect(filesWith(folder, CANARY)).not.toEqual([]);
  return { ...opened, folder, selection: { viewId, rows: "all" as const } };
}

test("what is deleted for ever leaves no trace in the project's folder, while it is open and after", async () => {
  const { client, backend, folder, exampleIds, selection } = await openWithCanary();
  const preview = await client.erasure.preview({ selection });
  expect(preview).toMatchObject({ examples: 1, answers: 2, steps: 2, versions: [] });
  expect(await client.erasure.erase({ selection, examples: 1, withVersions: false })).toEqual({
    erased: 1,
    backups: 0,
  });
  expect(filesWith(folder, CANARY)).toEqual([]);
  expect((await client.examples.browse({})).rows.map(({ exampleId }) => exampleId)).toEqual(
    exampleIds.slice(1),
  );
  expect((await client.examples.browse({ filter: { text: CANARY } })).total).toBe(0);
  expect((await client.projects.verify()).problems).toEqual([]);
  // What is left can still be taken back, and brings nothing of it with it.
  while (await client.history.undo());
  while (await client.history.redo());
  backend.session().search.finish();
  expect((await client.examples.browse({ filter: { text: "harmless" } })).total).toBe(1);
  expect(filesWith(folder, CANARY)).toEqual([]);
  await backend.close();
  expect(filesWith(folder, CANARY)).toEqual([]);
});

test("frozen versions that hold the examples are named first, and go only when that is agreed to", async () => {
  const { client, backend, folder, selection } = await openWithCanary();
  const version = await client.versions.freeze({});
  const preview = await client.erasure.preview({ selection });
  expect(preview.versions).toEqual([{ versionId: version.versionId, number: 1, examples: 1 }]);
  await expect(
    client.erasure.erase({ selection, examples: 1, withVersions: false }),
  ).rejects.toMatchObject({ data: { code: "heldByVersions", params: { versions: "1" } } });
  expect(await client.versions.list()).toHaveLength(1);
  // The lists were let go of; the examples are still there to be chosen anew.
  const { viewId } = await client.examples.browse({ filter: { text: CANARY } });
  const again = { viewId, rows: "all" as const };
  await client.erasure.erase({ selection: again, examples: 1, withVersions: true });
  expect(await client.versions.list()).toEqual([]);
  expect(filesWith(folder, CANARY)).toEqual([]);
  await backend.close();
});

test("nothing is deleted when the number typed is not that of the examples chosen", async () => {
  const { client, backend, selection } = await openWithCanary();
  await expect(
    client.erasure.erase({ selection, examples: 2, withVersions: true }),
  ).rejects.toMatchObject({ data: { code: "listOutdated" } });
  expect((await client.examples.browse({})).total).toBe(3);
  await backend.close();
});

test("the backups made before hold nothing of it either", async () => {
  const { client, backend, folder: projects, selection } = await openWithCanary();
  // Settings, projects and backups of this test alone.
  const folder = dirname(projects);
  await client.backups.make();
  const inBackups = filesWith(folder, CANARY).filter((name) => name.includes("backups"));
  expect(inBackups).toHaveLength(1);
  expect(await client.erasure.erase({ selection, examples: 1, withVersions: false })).toEqual({
    erased: 1,
    backups: 1,
  });
  expect(filesWith(folder, CANARY)).toEqual([]);
  await backend.close();
});

test("damaged states and logs that were kept beside the project go, too; those of others stay", async () => {
  const { client, backend, folder, selection } = await openWithCanary();
  const name = basename(backend.session().path, ".tacit");
  mkdirSync(join(folder, ".tacit-backups"));
  const kept = [
    `.tacit-backups/${name}-damaged-1.tacit`,
    `.tacit-backups/${name}-damaged-2.tacit-wal`,
    `${name}.tacit-wal.set-aside-1`,
  ];
  for (const each of kept) writeFileSync(join(folder, each), CANARY);
  const other = join(folder, ".tacit-backups", "Somebody else-damaged-1.tacit");
  writeFileSync(other, "theirs");
  await client.erasure.erase({ selection, examples: 1, withVersions: false });
  expect(filesWith(folder, CANARY)).toEqual([]);
  expect(existsSync(other)).toBe(true);
  await backend.close();
});
