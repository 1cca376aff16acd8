import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { BackupTiming } from "#shared/features/backups/timing.ts";
import { openForReading } from "../../db/open.ts";
import { readProjectFacts } from "../../db/project-facts.ts";
import {
  ANSWER,
  type BackedUpProject,
  openBackedUpProject,
} from "../../testing/open-backed-up-project.ts";
import { at } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";
import { openTestBackend } from "../../testing/test-backend.ts";
import { createBackupStore } from "./store.ts";

test("fault 42: a copy made while answers are written holds one moment, checked and counted", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, exampleIds, fileOf } = opened;
  seedExamples(
    backend.session().db,
    Array.from({ length: 20_000 }, (_, n) => ({ input: `${n} ${"x".repeat(1000)}` })),
  );
  let answers = 1;
  let isCopying = true;
  const copying = client.backups.make().finally(() => {
    isCopying = false;
  });
  while (isCopying) {
    await client.annotations.answer({ exampleId: at(exampleIds, 1), value: ANSWER });
    answers += 1;
    await setImmediate();
  }
  const made = await copying;
  expect(made).toMatchObject({ state: "good", reason: "manual", examples: 20_003 });
  const copy = openForReading(fileOf(made));
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  const inCopy = copy.prepare("select count(*) from annotation").pluck().get() as number;
  copy.close();
  // Answers were written while the copy was being made, and none of them tore it.
  expect(inCopy).toBeGreaterThanOrEqual(1);
  expect(inCopy).toBeLessThan(answers);
  expect(readdirSync(dirname(fileOf(made))).filter((name) => name.endsWith(".part"))).toEqual([]);
  await backend.close();
});

test("a backup is one file that holds what the project held, row for row", async () => {
  const opened = await openBackedUpProject();
  const made = await opened.client.backups.make();
  const copy = openForReading(opened.fileOf(made));
  expect(readProjectFacts(copy)).toEqual(readProjectFacts(opened.backend.session().db));
  copy.close();
  expect(readdirSync(opened.backupFolder)).toEqual(["000001.json", "000001.tacit"]);
  expect(made).toMatchObject({ examples: 3, answered: 1, projectName: "Mine", otherFile: false });
  await opened.backend.close();
});

/** For what happens by itself; a busy computer may take its time. */
const SOON = { timeout: 30_000 };

/** Automatic backups at once; the clock of a test is the timer itself. */
const AT_ONCE: BackupTiming = { afterOpeningMs: 0, everyMs: 1e9, closingMayTakeMs: 1e9 };

test("closing backs up what changed, and only then", async () => {
  const opened = await openBackedUpProject({ backupTiming: { ...AT_ONCE, afterOpeningMs: 1e9 } });
  const { client, backend } = opened;
  await client.projects.close();
  await opened.reopen();
  expect(await opened.list()).toMatchObject([{ reason: "closing", answered: 1 }]);
  await client.projects.close();
  await opened.reopen();
  expect(await opened.list()).toHaveLength(1);
  expect(await client.backups.status()).toMatchObject({ behind: false, failure: null });
  await client.projects.rename({ name: "Changed" });
  expect(await client.backups.status()).toMatchObject({ behind: true });
  await client.projects.close();
  await opened.reopen();
  expect(await opened.list()).toHaveLength(2);
  await backend.close();
});

test("a large project does not keep closing waiting", async () => {
  const opened = await openBackedUpProject({
    backupTiming: { ...AT_ONCE, afterOpeningMs: 1e9, closingMayTakeMs: 0 },
  });
  await opened.client.projects.close();
  expect(existsSync(opened.backupFolder)).toBe(false);
  await opened.backend.close();
});

test("soon after opening, a project that has no backup of its state gets one", async () => {
  const opened = await openBackedUpProject();
  const { folder, path, client } = opened;
  await client.projects.close();
  await opened.backend.close();
  const again = openTestBackend(folder, { backupTiming: { ...AT_ONCE, closingMayTakeMs: 0 } });
  await again.client.projects.open({ fileId: again.backend.grants.add(path, "read").fileId });
  await expect
    .poll(async () => (await again.client.backups.list({})).backups, SOON)
    .toMatchObject([{ reason: "opening", state: "good" }]);
  await again.backend.close();
});

test("a folder of backups that cannot be written to is told in the status, and closing still works", async () => {
  const errors: unknown[] = [];
  const opened = await openBackedUpProject({
    backupTiming: AT_ONCE,
    logError: (error) => `${errors.push(error)}`,
  });
  const { client, backend, id, folder } = opened;
  // A file where the folder of backups would be.
  mkdirSync(join(folder, "app", "backups"));
  writeFileSync(join(folder, "app", "backups", id), "");
  await expect(client.backups.make()).rejects.toMatchObject({ data: { code: "unexpected" } });
  expect(await client.backups.status()).toMatchObject({
    failure: { code: "unexpected" },
  });
  await client.annotations.answer({ exampleId: at(opened.exampleIds, 1), value: ANSWER });
  await client.projects.close();
  expect(await client.projects.current()).toBeNull();
  await backend.close();
});

test("while the project is open, every look that finds a change makes a backup", async () => {
  const opened = await openBackedUpProject({
    backupTiming: { afterOpeningMs: 1e9, everyMs: 20, closingMayTakeMs: 0 },
  });
  const { client, backend } = opened;
  const newest = async () => (await opened.list())[0];
  await expect.poll(newest, SOON).toMatchObject({ reason: "work", answered: 1 });
  await client.annotations.answer({ exampleId: at(opened.exampleIds, 1), value: ANSWER });
  await expect.poll(newest, SOON).toMatchObject({ answered: 2 });
  await expect
    .poll(() => client.backups.status(), SOON)
    .toMatchObject({ behind: false, running: null });
  await backend.close();
});

test("fault 43: a newest backup that lost bits is found out after opening, and made anew", async () => {
  const opened = await openBackedUpProject();
  const { client, folder, path } = opened;
  const made = await client.backups.make();
  await client.projects.close();
  await opened.backend.close();
  const bytes = readFileSync(opened.fileOf(made));
  writeFileSync(opened.fileOf(made), bytes.fill(7, 8192, 8200));
  const again = openTestBackend(folder, { backupTiming: { ...AT_ONCE, closingMayTakeMs: 0 } });
  await again.client.projects.open({ fileId: again.backend.grants.add(path, "read").fileId });
  await expect
    .poll(async () => (await again.client.backups.list({})).backups, SOON)
    .toMatchObject([{ state: "good", reason: "opening" }, { state: "damaged" }]);
  await again.backend.close();
});

/** Puts copies of a good backup into the folder, as if they had been made at these moments. */
function pretend(opened: BackedUpProject, madeAtMs: readonly number[]) {
  const first = opened.fileOf({ sequence: 1 });
  const record = JSON.parse(readFileSync(first.replace(".tacit", ".json"), "utf8")) as object;
  for (const [index, atMs] of madeAtMs.entries()) {
    const sequence = index + 2;
    const file = opened.fileOf({ sequence });
    copyFileSync(first, file);
    const changed = { ...record, sequence, madeAtMs: atMs, reason: "work" };
    writeFileSync(file.replace(".tacit", ".json"), JSON.stringify(changed));
  }
}

test.each([
  ["set back ten years", -10],
  ["set ahead ten years", 10],
])(
  "fault 44, 45: with the clock %s and the newest copies empty, the last good ones stay",
  async (_how, years) => {
    const opened = await openBackedUpProject();
    const { client, backend } = opened;
    await client.backups.make();
    const wrong = Date.now() + years * 365 * 24 * 3600 * 1000;
    pretend(opened, [
      ...Array.from({ length: 20 }, (_, n) => Date.now() - (20 - n) * 60_000),
      wrong,
      wrong + 1000,
      wrong + 2000,
    ]);
    for (const sequence of [23, 24]) writeFileSync(opened.fileOf({ sequence }), "");
    const made = await client.backups.make();
    const kept = await opened.list();
    expect(made.sequence).toBe(25);
    expect(kept.filter(({ state }) => state === "good").map(({ sequence }) => sequence)).toEqual(
      expect.arrayContaining([25, 22, 21, 20]),
    );
    expect(kept.length).toBeLessThan(25);
    const [newest] = kept;
    expect(await client.backups.restore({ backupId: newest?.backupId ?? "" })).toMatchObject({
      outcome: "restored",
    });
    await backend.close();
  },
);

/** Small enough to be full at once; mounting one needs the system's permission. */
function mountSmallDisk(folder: string, megabytes: number): boolean {
  mkdirSync(folder);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  if (mounted.status !== 0) return false;
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));
  return true;
}

test("fault 29: a disk with too little room for a backup is told, and the work goes on", async (context) => {
  const backupsDir = join(mkdtempSync(join(tmpdir(), "tacit-disk-")), "disk");
  if (!mountSmallDisk(backupsDir, 10)) context.skip("no small disk can be mounted here");
  const opened = await openBackedUpProject({ backupsDir });
  const { client, backend } = opened;
  await expect(client.backups.make()).rejects.toMatchObject({ data: { code: "diskFull" } });
  expect(await client.backups.status()).toMatchObject({ failure: { code: "diskFull" } });
  await client.annotations.answer({ exampleId: at(opened.exampleIds, 1), value: ANSWER });
  expect(readdirSync(opened.backupFolder)).toEqual([]);
  await backend.close();
});

test("fault 29: a disk that fills up during a backup leaves the earlier ones and no half one", async (context) => {
  const backupsDir = join(mkdtempSync(join(tmpdir(), "tacit-disk-")), "disk");
  if (!mountSmallDisk(backupsDir, 80)) context.skip("no small disk can be mounted here");
  const opened = await openBackedUpProject({ backupsDir });
  const { client, backend, id, path } = opened;
  await client.backups.make();
  seedExamples(
    backend.session().db,
    Array.from({ length: 2000 }, (_, n) => ({ input: `${n} ${"x".repeat(10_000)}` })),
  );
  const fill = () => {
    const { bavail, bsize } = statfsSync(backupsDir);
    writeFileSync(join(backupsDir, "other program"), Buffer.alloc(bavail * bsize - 4096));
  };
  let isFull = false;
  const onProgress = () => {
    if (!isFull) fill();
    isFull = true;
  };
  const store = createBackupStore(backupsDir);
  await expect(store.make(id, { path, reason: "work", onProgress })).rejects.toMatchObject({
    code: "diskFull",
  });
  expect(readdirSync(opened.backupFolder)).toEqual(["000001.json", "000001.tacit"]);
  expect(await store.verify(store.get(id, 1))).toBe(true);
  await client.annotations.answer({ exampleId: at(opened.exampleIds, 1), value: ANSWER });
  await backend.close();
});
