import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBackedUpProject } from "../testing/open-backed-up-project.ts";
import { setStraysAside } from "./stray-files.ts";

const HOUR_SECONDS = 3600;

/** Copies of an open project, its log included, and of the same project after more work and closing. */
async function twoTimes() {
  const opened = await openBackedUpProject();
  const { client, path, folder } = opened;
  const earlier = join(folder, "earlier");
  mkdirSync(earlier);
  for (const suffix of ["", "-wal"]) copyFileSync(`${path}${suffix}`, join(earlier, `a${suffix}`));
  await client.projects.rename({ name: "Later" });
  await client.projects.close();
  return { ...opened, earlierLog: join(earlier, "a-wal"), earlierFile: join(earlier, "a") };
}

test("fault 35: a log of another time is put aside and not one change of it is mixed in", async () => {
  const opened = await twoTimes();
  const { client, path, projectsDir } = opened;
  copyFileSync(opened.earlierLog, `${path}-wal`);
  expect(await opened.reopen()).toMatchObject({ name: "Later" });
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  expect(await client.backups.status()).toMatchObject({
    setAside: ["Mine.tacit-wal.set-aside-1"],
    logMissing: false,
  });
  await client.projects.close();
  expect(readdirSync(projectsDir).toSorted()).toEqual(["Mine.tacit", "Mine.tacit-wal.set-aside-1"]);
  expect(statSync(`${path}-wal.set-aside-1`).size).toBe(statSync(opened.earlierLog).size);

  // A second one does not take the place of the first.
  copyFileSync(opened.earlierLog, `${path}-wal`);
  await opened.reopen();
  expect(existsSync(`${path}-wal.set-aside-2`)).toBe(true);
  await opened.backend.close();
});

test("fault 35: a file that was taken without its log opens, and is said to miss changes", async () => {
  const opened = await twoTimes();
  copyFileSync(opened.earlierFile, opened.path);
  expect(setStraysAside(opened.path)).toEqual({ setAside: [], logMissing: true });
  await opened.backend.close();
});

test("what a crash left behind is no stray: the log belongs to the file, and nothing of it is lost", async () => {
  const opened = await twoTimes();
  const { client, path } = opened;
  copyFileSync(opened.earlierFile, path);
  copyFileSync(opened.earlierLog, `${path}-wal`);
  expect(await opened.reopen()).toMatchObject({ name: "Mine" });
  const { counts } = await client.annotations.queue({ queue: "all", limit: 1 });
  expect(counts).toMatchObject({ total: 3, labelled: 1 });
  expect(await client.backups.status()).toMatchObject({ setAside: [], logMissing: false });
  await opened.backend.close();
});

test("a project that is open loses no log, whoever looks", async () => {
  const opened = await openBackedUpProject();
  expect(setStraysAside(opened.path)).toEqual({ setAside: [], logMissing: false });
  expect(existsSync(`${opened.path}-wal`)).toBe(true);
  await opened.backend.close();
});

test("fault 35: a journal of another day is put aside, one of the same moment is left to SQLite", async () => {
  const opened = await twoTimes();
  const { path } = opened;
  const journal = `${path}-journal`;
  copyFileSync(opened.earlierLog, journal);
  expect(setStraysAside(path).setAside).toEqual([]);
  const { mtimeMs } = statSync(path);
  const dayBefore = mtimeMs / 1000 - 24 * HOUR_SECONDS;
  utimesSync(journal, dayBefore, dayBefore);
  expect(setStraysAside(path).setAside).toEqual(["Mine.tacit-journal.set-aside-1"]);
  await opened.backend.close();
});

test("what is no project is left alone", async () => {
  const opened = await openBackedUpProject();
  copyFileSync(opened.path, join(opened.folder, "x"));
  expect(setStraysAside(join(opened.folder, "missing"))).toEqual({
    setAside: [],
    logMissing: false,
  });
  await opened.backend.close();
});
