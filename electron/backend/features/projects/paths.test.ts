import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBackend } from "../../testing/test-backend.ts";

/** A project made, changed, closed, opened again and handed over in this folder. */
async function liveIn(folder: string, name: string) {
  const opened = openTestBackend();
  const { client, backend } = opened;
  mkdirSync(folder, { recursive: true });
  const { fileId: folderId } = backend.grants.add(folder, "folder");
  await client.projects.create({ name, taskType: "classify", folderId });
  await client.definitions.addLabel({ name: "one" });
  const { path } = backend.session();
  await client.projects.close();
  const { fileId } = backend.grants.add(path, "read");
  const info = await client.projects.open({ fileId });
  expect((await client.definitions.get()).labels.map((label) => label.name)).toEqual(["one"]);
  expect(await client.projects.rename({ name: `${name}!` })).toMatchObject({ name: `${name}!` });
  await backend.close();
  return { path, info };
}

const newFolder = () => openTestBackend().folder;

test.each([
  ["a per cent sign", "100% sure"],
  ["an escape that stands for a slash", "a%2Fb%00c"],
  ["a number sign and a question mark", "no #1?mode=memory&cache=shared"],
  ["the beginning of an address", "file:memory"],
  ["quotes and a semicolon", `it's "new"; drop table`],
  ["letters of many scripts", "Ünïcode 東京 🚆 עברית"],
  ["a point at its end", "folder."],
  ["a space at its end", "folder "],
  ["a device's name", "CON"],
])("a project lives in a folder whose name has %s", async (_what, folderName) => {
  const folder = join(newFolder(), folderName);
  const { path, info } = await liveIn(folder, "Mine");
  expect(info).toMatchObject({ name: "Mine", folder, readOnly: false });
  expect(readdirSync(folder)).toEqual(["Mine.tacit"]);
  expect(existsSync(path)).toBe(true);
});

test.each([
  "100% #1 ?",
  "CON",
  "nul.old",
  "trailing. ",
  "👩‍👩‍👧‍👦".repeat(10),
  "漢".repeat(119),
  "a".repeat(119),
])("a project called %s keeps its name, in a file that every system accepts", async (name) => {
  const folder = newFolder();
  const { info } = await liveIn(folder, name);
  expect(info.name).toBe(name.trim());
  expect(readdirSync(folder)).toContain(info.fileName);
});

test("a path of 300 characters works, and one that SQLite cannot hold is refused plainly", async () => {
  const base = newFolder();
  const long = join(base, "x".repeat(120), "y".repeat(300 - base.length - 120 - 13));
  const { path } = await liveIn(long, "Mine");
  expect(path.length).toBeGreaterThanOrEqual(298);
  const longer = join(base, ...Array.from({ length: 5 }, () => "漢".repeat(40)));
  mkdirSync(longer, { recursive: true });
  const { client, backend } = openTestBackend();
  const { fileId: folderId } = backend.grants.add(longer, "folder");
  await expect(
    client.projects.create({ name: "Mine", taskType: "classify", folderId }),
  ).rejects.toMatchObject({ data: { code: "pathTooLong" } });
  expect(readdirSync(longer)).toEqual([]);
  await backend.close();
});

test("names that differ in case or in how accents are written get files of their own", async () => {
  const { client, backend, projectsDir } = openTestBackend();
  for (const name of ["Letters", "letters", "LETTERS", "caf\u00e9", "cafe\u0301"])
    await client.projects.create({ name, taskType: "classify" });
  await client.projects.close();
  const names = readdirSync(projectsDir).map((name) => name.normalize("NFC").toLowerCase());
  expect(new Set(names).size).toBe(5);
  await backend.close();
});
