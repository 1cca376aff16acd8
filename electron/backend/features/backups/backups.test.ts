import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Backup } from "#shared/features/backups/contract.ts";
import type { BackupTiming } from "#shared/features/backups/timing.ts";
import { openForReading } from "../../db/open.ts";
import { readProjectFacts } from "../../db/project-facts.ts";
import { at } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const ANSWER = { kind: "write", response: "yes" } as const;

/** A project for writing with three examples, the first one answered. */
async function openProject(options: Parameters<typeof openTestBackend>[1] = {}) {
  const opened = openTestBackend(undefined, options);
  const { client, backend } = opened;
  const { id } = await client.projects.create({ name: "Mine", taskType: "write" });
  const exampleIds = seedExamples(
    backend.session().db,
    ["one", "two", "three"].map((input) => ({ input })),
  );
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value: ANSWER });
  const folder = join(opened.folder, "app", "backups", id);
  const fileOf = ({ sequence }: Backup) =>
    join(folder, `${String(sequence).padStart(6, "0")}.tacit`);
  return { ...opened, path: backend.session().path, exampleIds, id, backupFolder: folder, fileOf };
}
type Opened = Awaited<ReturnType<typeof openProject>>;

const listOf = async ({ client }: Opened) => (await client.backups.list({})).backups;

function damage(path: string) {
  const bytes = readFileSync(path);
  // The middle of the file: the header and the length stay as they are.
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 6000);
  writeFileSync(path, bytes);
}

test("fault 42: a copy made while answers are written holds one moment, checked and counted", async () => {
  const opened = await openProject();
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
  const opened = await openProject();
  const made = await opened.client.backups.make();
  const copy = openForReading(opened.fileOf(made));
  expect(readProjectFacts(copy)).toEqual(readProjectFacts(opened.backend.session().db));
  copy.close();
  expect(readdirSync(opened.backupFolder)).toEqual(["000001.json", "000001.tacit"]);
  expect(made).toMatchObject({ examples: 3, answered: 1, projectName: "Mine", otherFile: false });
  await opened.backend.close();
});

test("fault 43: restoring keeps the present state, and is taken back by restoring that", async () => {
  const opened = await openProject();
  const { client, backend, exampleIds } = opened;
  const before = await client.backups.make();
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value: ANSWER });
  await client.projects.rename({ name: "Later" });

  const restored = await client.backups.restore({ backupId: before.backupId });
  expect(restored).toMatchObject({ outcome: "restored", project: { name: "Mine" } });
  const labelled = async () =>
    (await client.annotations.queue({ queue: "all", limit: 1 })).counts.labelled;
  expect(await labelled()).toBe(1);
  const [kept] = await listOf(opened);
  expect(kept).toMatchObject({ reason: "beforeRestore", answered: 2, projectName: "Later" });

  await client.backups.restore({ backupId: kept?.backupId ?? "" });
  expect(await client.projects.current()).toMatchObject({ name: "Later" });
  expect(await labelled()).toBe(2);
  expect(readdirSync(opened.projectsDir).toSorted()).toEqual([
    "Mine.tacit",
    "Mine.tacit-lock",
    "Mine.tacit-shm",
    "Mine.tacit-wal",
  ]);
  await client.projects.close();
  expect(readdirSync(opened.projectsDir)).toEqual(["Mine.tacit"]);
  await backend.close();
});

test.each([
  ["cut short", (path: string) => truncateSync(path, 5000)],
  ["of no byte", (path: string) => truncateSync(path, 0)],
  ["overwritten in the middle", damage],
  [
    "with one letter changed",
    (path: string) => {
      const bytes = readFileSync(path);
      bytes.write("tvo", bytes.indexOf("two", 4096), "latin1");
      writeFileSync(path, bytes);
    },
  ],
])(
  "fault 43: a newest backup %s is marked, nothing is changed, the next one is offered",
  async (_how, spoil) => {
    const opened = await openProject();
    const { client, backend } = opened;
    const first = await client.backups.make();
    await client.projects.rename({ name: "Later" });
    const second = await client.backups.make();
    spoil(opened.fileOf(second));
    const answer = await client.backups.restore({ backupId: second.backupId });
    expect(answer).toEqual({ outcome: "damaged", next: { ...first } });
    expect(await client.projects.current()).toMatchObject({ name: "Later" });
    expect((await listOf(opened)).map(({ state }) => state)).toEqual(["damaged", "good"]);
    expect(await client.backups.restore({ backupId: first.backupId })).toMatchObject({
      outcome: "restored",
      project: { name: "Mine" },
    });
    await backend.close();
  },
);

test("fault 43: a project that cannot be read is restored from the list of recent ones, and kept as it was", async () => {
  const opened = await openProject();
  const { client, backend, path } = opened;
  const made = await client.backups.make();
  await client.projects.close();
  writeFileSync(path, "not a project any more ".repeat(500));
  const before = readFileSync(path);
  const [recent] = await client.projects.listRecent();
  const of = { recentId: recent?.recentId ?? "" };
  await expect(client.projects.open(of)).rejects.toMatchObject({ data: { code: "notATacitFile" } });

  const { backups } = await client.backups.list({ of });
  expect(backups).toEqual([made]);
  const restored = await client.backups.restore({ of, backupId: made.backupId });
  expect(restored).toMatchObject({ outcome: "restored", project: { name: "Mine" } });
  const [kept] = await listOf(opened);
  expect(kept).toMatchObject({ state: "asFound", reason: "beforeRestore" });
  expect(readFileSync(opened.fileOf(kept as Backup))).toEqual(before);
  await backend.close();
});

test("a project whose file is gone comes back where it was", async () => {
  const opened = await openProject();
  const { client, backend, path } = opened;
  const { backupId } = await client.backups.make();
  await client.projects.close();
  renameSync(path, join(opened.folder, "elsewhere"));
  const [recent] = await client.projects.listRecent();
  const of = { recentId: recent?.recentId ?? "" };
  expect(await client.backups.restore({ of, backupId })).toMatchObject({
    outcome: "restored",
    keptBackupId: null,
  });
  expect(existsSync(path)).toBe(true);
  await backend.close();
});

test("a backup that cannot become the project leaves the project as it was", async () => {
  const opened = await openProject();
  const { client, backend, fileOf } = opened;
  const made = await client.backups.make();
  await client.projects.rename({ name: "Later" });
  // Sound for SQLite, but with something in it that Tacit never opens.
  const other = new Database(fileOf(made));
  other.exec("create view spy as select 1");
  other.close();
  const recordPath = fileOf(made).replace(".tacit", ".json");
  const record = JSON.parse(readFileSync(recordPath, "utf8")) as object;
  const bytes = readFileSync(fileOf(made)).length;
  writeFileSync(recordPath, JSON.stringify({ ...record, bytes, sha256: null }));
  await expect(client.backups.restore({ backupId: made.backupId })).rejects.toMatchObject({
    data: { code: "notATacitFile" },
  });
  expect(await client.projects.current()).toMatchObject({ name: "Later" });
  await backend.close();
});

test("a copy of a backup opens as a project of its own beside the first", async () => {
  const opened = await openProject();
  const { client, backend, id } = opened;
  const made = await client.backups.make();
  const day = new Date(made.madeAtMs).toISOString().slice(0, 10);
  const answer = await client.backups.openCopy({ backupId: made.backupId });
  expect(answer).toMatchObject({
    outcome: "opened",
    project: { name: `Mine (${day})`, fileName: `Mine (${day}).tacit`, folder: opened.projectsDir },
  });
  expect((await client.projects.current())?.id).not.toBe(id);
  expect(await listOf(opened)).toEqual([]);
  await backend.close();
});

test("a project that was moved and renamed still finds its backups; two of one name are kept apart", async () => {
  const opened = await openProject();
  const { client, backend, path, folder } = opened;
  await client.backups.make();
  await client.projects.close();
  const moved = join(folder, "Other name.tacit");
  renameSync(path, moved);
  await client.projects.open({ fileId: backend.grants.add(moved, "read").fileId });
  expect(await listOf(opened)).toMatchObject([{ fileName: "Mine.tacit", otherFile: false }]);
  await client.projects.create({ name: "Mine", taskType: "write" });
  expect(await listOf(opened)).toEqual([]);
  await backend.close();
});

test("an id of another project's backup is refused", async () => {
  const opened = await openProject();
  const { client, backend } = opened;
  const { backupId } = await client.backups.make();
  await client.projects.create({ name: "Another", taskType: "write" });
  for (const id of [backupId, "../../etc.1", "a/b.1", "x"])
    await expect(client.backups.restore({ backupId: id })).rejects.toMatchObject({
      data: { code: "notFound" },
    });
  await backend.close();
});

/** Automatic backups at once; the clock of a test is the timer itself. */
const AT_ONCE: BackupTiming = { afterOpeningMs: 0, everyMs: 1e9, closingMayTakeMs: 1e9 };

test("closing backs up what changed, and only then", async () => {
  const opened = await openProject({ backupTiming: { ...AT_ONCE, afterOpeningMs: 1e9 } });
  const { client, backend, path } = opened;
  const reopen = () => client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  await client.projects.close();
  await reopen();
  expect(await listOf(opened)).toMatchObject([{ reason: "closing", answered: 1 }]);
  await client.projects.close();
  await reopen();
  expect(await listOf(opened)).toHaveLength(1);
  expect(await client.backups.status()).toMatchObject({ behind: false, failure: null });
  await client.projects.rename({ name: "Changed" });
  expect(await client.backups.status()).toMatchObject({ behind: true });
  await client.projects.close();
  await reopen();
  expect(await listOf(opened)).toHaveLength(2);
  await backend.close();
});

test("a large project does not keep closing waiting", async () => {
  const opened = await openProject({
    backupTiming: { ...AT_ONCE, afterOpeningMs: 1e9, closingMayTakeMs: 0 },
  });
  await opened.client.projects.close();
  expect(existsSync(opened.backupFolder)).toBe(false);
  await opened.backend.close();
});

test("soon after opening, a project that has no backup of its state gets one", async () => {
  const opened = await openProject();
  const { folder, path, client } = opened;
  await client.projects.close();
  await opened.backend.close();
  const again = openTestBackend(folder, { backupTiming: { ...AT_ONCE, closingMayTakeMs: 0 } });
  await again.client.projects.open({ fileId: again.backend.grants.add(path, "read").fileId });
  await expect
    .poll(async () => (await again.client.backups.list({})).backups)
    .toMatchObject([{ reason: "opening", state: "good" }]);
  await again.backend.close();
});

test("a folder of backups that cannot be written to is told in the status, and closing still works", async () => {
  const errors: unknown[] = [];
  const opened = await openProject({
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
