import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Backup } from "#shared/features/backups/contract.ts";
import { ANSWER, openBackedUpProject } from "../../testing/open-backed-up-project.ts";
import { at } from "../../testing/open-seeded-project.ts";

function damage(path: string) {
  const bytes = readFileSync(path);
  // The middle of the file: the header and the length stay as they are.
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 6000);
  writeFileSync(path, bytes);
}

test("fault 43: restoring keeps the present state, and is taken back by restoring that", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, exampleIds } = opened;
  const before = await client.backups.make();
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value: ANSWER });
  await client.projects.rename({ name: "Later" });

  const restored = await client.backups.restore({ backupId: before.backupId });
  expect(restored).toMatchObject({ outcome: "restored", project: { name: "Mine" } });
  const labelled = async () =>
    (await client.annotations.queue({ queue: "all", limit: 1 })).counts.labelled;
  expect(await labelled()).toBe(1);
  const [kept] = await opened.list();
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
    const opened = await openBackedUpProject();
    const { client, backend } = opened;
    const first = await client.backups.make();
    await client.projects.rename({ name: "Later" });
    const second = await client.backups.make();
    spoil(opened.fileOf(second));
    const answer = await client.backups.restore({ backupId: second.backupId });
    expect(answer).toEqual({ outcome: "damaged", next: { ...first } });
    expect(await client.projects.current()).toMatchObject({ name: "Later" });
    expect((await opened.list()).map(({ state }) => state)).toEqual(["damaged", "good"]);
    expect(await client.backups.restore({ backupId: first.backupId })).toMatchObject({
      outcome: "restored",
      project: { name: "Mine" },
    });
    await backend.close();
  },
);

test("fault 43: a project that cannot be read is restored from the list of recent ones, and kept as it was", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, path } = opened;
  const made = await client.backups.make();
  await client.projects.close();
  writeFileSync(path, "not a project any more ".repeat(500));
  const before = readFileSync(path);
  const of = await opened.recent();
  await expect(client.projects.open(of)).rejects.toMatchObject({ data: { code: "notATacitFile" } });

  const { backups } = await client.backups.list({ of });
  expect(backups).toEqual([made]);
  const restored = await client.backups.restore({ of, backupId: made.backupId });
  expect(restored).toMatchObject({ outcome: "restored", project: { name: "Mine" } });
  const [kept] = await opened.list();
  expect(kept).toMatchObject({ state: "asFound", reason: "beforeRestore" });
  expect(readFileSync(opened.fileOf(kept as Backup))).toEqual(before);
  await backend.close();
});

test("a project whose file is gone comes back where it was", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, path } = opened;
  const { backupId } = await client.backups.make();
  await client.projects.close();
  renameSync(path, join(opened.folder, "elsewhere"));
  const of = await opened.recent();
  expect(await client.backups.restore({ of, backupId })).toMatchObject({
    outcome: "restored",
    keptBackupId: null,
  });
  expect(existsSync(path)).toBe(true);
  await backend.close();
});

test("a backup that cannot become the project leaves the project as it was", async () => {
  const opened = await openBackedUpProject();
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
  const opened = await openBackedUpProject();
  const { client, backend, id } = opened;
  const made = await client.backups.make();
  const day = new Date(made.madeAtMs).toISOString().slice(0, 10);
  const answer = await client.backups.openCopy({ backupId: made.backupId });
  expect(answer).toMatchObject({
    outcome: "opened",
    project: { name: `Mine (${day})`, fileName: `Mine (${day}).tacit`, folder: opened.projectsDir },
  });
  expect((await client.projects.current())?.id).not.toBe(id);
  expect(await opened.list()).toEqual([]);
  await backend.close();
});

test("a project that was moved and renamed still finds its backups; two of one name are kept apart", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, path, folder } = opened;
  await client.backups.make();
  await client.projects.close();
  const moved = join(folder, "Other name.tacit");
  renameSync(path, moved);
  await client.projects.open({ fileId: backend.grants.add(moved, "read").fileId });
  expect(await opened.list()).toMatchObject([{ fileName: "Mine.tacit", otherFile: false }]);
  await client.projects.create({ name: "Mine", taskType: "write" });
  expect(await opened.list()).toEqual([]);
  await backend.close();
});

test("an id of another project's backup is refused", async () => {
  const opened = await openBackedUpProject();
  const { client, backend } = opened;
  const { backupId } = await client.backups.make();
  await client.projects.create({ name: "Another", taskType: "write" });
  for (const id of [backupId, "../../etc.1", "a/b.1", "x"])
    await expect(client.backups.restore({ backupId: id })).rejects.toMatchObject({
      data: { code: "notFound" },
    });
  await backend.close();
});

test("a damaged project that was uploaded is restored to the Tacit folder", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, projectsDir } = opened;
  const made = await client.backups.make();
  await client.projects.close();
  const uploaded = join(backend.tempDir, "upload.tacit");
  writeFileSync(uploaded, "damaged on the way ".repeat(300));
  const of = { fileId: backend.grants.add(uploaded, "read", "Mine.tacit").fileId };
  expect((await client.backups.list({ of })).backups).toMatchObject([{ otherFile: true }]);
  expect(await client.backups.restore({ of, backupId: made.backupId })).toMatchObject({
    outcome: "restored",
    project: { folder: projectsDir, fileName: "Mine 2.tacit" },
    keptBackupId: null,
  });
  await backend.close();
});

test("nothing is restored while a file is being imported", async () => {
  const opened = await openBackedUpProject();
  const { client, backend, folder } = opened;
  const { backupId } = await client.backups.make();
  const rows = join(folder, "rows.csv");
  writeFileSync(rows, `input\n${Array.from({ length: 5000 }, (_, n) => `row ${n}`).join("\n")}\n`);
  const { fileId } = backend.grants.add(rows, "read");
  // The question comes before the worker that reads the file has even begun.
  const restoring = client.imports.start({ fileId }).then(async ({ jobId }) => {
    await expect(client.backups.restore({ backupId })).rejects.toMatchObject({
      data: { code: "importRunning" },
    });
    return jobId;
  });
  expect(await backend.session().jobs.settled(await restoring)).toMatchObject({ state: "done" });
  await backend.close();
});
