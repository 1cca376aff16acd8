import { expect, test } from "vitest";
import { migrate, type Migration } from "../../db/migrate.ts";
import { migrations } from "../../db/migrations/index.ts";
import { closeToOneFile, openForReading, openForWriting } from "../../db/open.ts";
import { openBackedUpProject } from "../../testing/open-backed-up-project.ts";
import { createBackupStore } from "./store.ts";

const newest = migrations.at(-1)?.version ?? 0;
const later: Migration = {
  version: newest + 1,
  name: "later",
  // So that this version can no longer even look at the file.
  sql: "alter table handoff rename column folder to place",
};

/** A project as a later Tacit left it. */
async function updatedProject() {
  const opened = await openBackedUpProject();
  await opened.client.projects.close();
  const store = createBackupStore(`${opened.folder}/app/backups`);
  const db = openForWriting(opened.path);
  migrate(db, opened.path, (old) => store.makeBeforeMigration(old, opened.path), [
    ...migrations,
    later,
  ]);
  closeToOneFile(db);
  return opened;
}

test("fault 37: before a file is updated, a checked copy of it is kept with the other backups", async () => {
  const opened = await updatedProject();
  const of = await opened.recent();
  const { backups } = await opened.client.backups.list({ of });
  expect(backups).toMatchObject([
    { reason: "beforeMigration", state: "good", examples: 3, answered: 1, tooNew: false },
  ]);
  const copy = openForReading(opened.fileOf({ sequence: 1 }));
  expect(copy.pragma("user_version", { simple: true })).toBe(newest);
  copy.close();
  await opened.backend.close();
});

test("fault 39: back on the older Tacit, the copy from before the update is one click away", async () => {
  const opened = await updatedProject();
  const { client } = opened;
  const of = await opened.recent();
  await expect(client.projects.open(of)).rejects.toMatchObject({ data: { code: "fileTooNew" } });
  const [before] = (await client.backups.list({ of })).backups;
  const restored = await client.backups.restore({ of, backupId: before?.backupId ?? "" });
  expect(restored).toMatchObject({ outcome: "restored", project: { name: "Mine" } });
  // The file of the newer Tacit is kept, and this one does not pretend to be able to read it.
  const [kept] = await opened.list();
  expect(kept).toMatchObject({ reason: "beforeRestore", state: "good", tooNew: true });
  await expect(client.backups.restore({ backupId: kept?.backupId ?? "" })).rejects.toMatchObject({
    data: { code: "fileTooNew" },
  });
  await opened.backend.close();
});

test("a file is not updated when the copy before cannot be made", async () => {
  const opened = await openBackedUpProject();
  await opened.client.projects.close();
  const db = openForWriting(opened.path);
  const refuse = () => {
    throw new Error("no room");
  };
  expect(() => migrate(db, opened.path, refuse, [...migrations, later])).toThrow("no room");
  expect(db.pragma("user_version", { simple: true })).toBe(newest);
  closeToOneFile(db);
  await opened.backend.close();
});
