import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBackend } from "./testing/test-backend.ts";

test("a project is created, renamed, undone, closed to one file and reopened", async () => {
  const { client, backend, projectsDir } = openTestBackend();
  const made = await client.projects.create({ name: "Letters: A/B", taskType: "classify" });
  expect(made).toMatchObject({ name: "Letters: A/B", taskType: "classify" });
  await client.projects.rename({ name: "Letters" });
  expect((await client.history.state()).undo?.action).toBe("renameProject");
  await client.projects.close();
  expect(readdirSync(projectsDir)).toEqual(["Letters A B.tacit"]);
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  expect((await client.projects.current())?.name).toBe("Letters");
  await client.history.undo();
  expect((await client.projects.current())?.name).toBe("Letters: A/B");
  await client.history.redo();
  expect((await client.projects.current())?.name).toBe("Letters");
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("failures leave as codes with parameters", async () => {
  const { client, backend } = openTestBackend();
  await expect(client.projects.journey()).rejects.toMatchObject({
    code: "APP",
    defined: true,
    data: { code: "noProjectOpen" },
  });
  await expect(client.projects.rename({ name: "" })).rejects.toMatchObject({
    data: { code: "invalidInput" },
  });
  await backend.close();
});

test("an uploaded project is kept in the Tacit folder, and one that is none leaves nothing there", async () => {
  const { client, backend, projectsDir } = openTestBackend();
  await client.projects.create({ name: "Letters", taskType: "classify" });
  await client.projects.close();
  const uploads = join(backend.tempDir, "upload");
  mkdirSync(uploads);
  copyFileSync(join(projectsDir, "Letters.tacit"), join(uploads, "upload.tacit"));
  writeFileSync(join(uploads, "notes.tacit"), "not a database at all");
  const good = backend.grants.add(join(uploads, "upload.tacit"), "read", "Letters.tacit");
  expect(await client.projects.open({ fileId: good.fileId })).toMatchObject({
    name: "Letters",
    fileName: "Letters 2.tacit",
    folder: projectsDir,
  });
  const bad = backend.grants.add(join(uploads, "notes.tacit"), "read");
  await expect(client.projects.open({ fileId: bad.fileId })).rejects.toMatchObject({
    data: { code: "notATacitFile" },
  });
  // A file that cannot be opened leaves the present project open.
  expect(await client.projects.current()).toMatchObject({ fileName: "Letters 2.tacit" });
  await client.projects.close();
  expect(readdirSync(projectsDir).toSorted()).toEqual(["Letters 2.tacit", "Letters.tacit"]);
  await backend.close();
});

test("the list of recent projects follows a change of name", async () => {
  const { client, backend } = openTestBackend();
  await client.projects.create({ name: "Before", taskType: "write" });
  await client.projects.rename({ name: "After" });
  await client.projects.close();
  expect((await client.projects.listRecent()).map(({ name }) => name)).toEqual(["After"]);
  await backend.close();
});
