import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { type Db, openForReading } from "../../db/open.ts";
import { columnsOf, listTables } from "../../db/project-facts.ts";
import { hashFile } from "../../files/hash-file.ts";
import { openLabelledProject } from "../../testing/seed-labelled.ts";
import { type BackedUpProject, openBackedUpProject } from "../../testing/open-backed-up-project.ts";
import { at } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";
import { createBackupStore } from "./store.ts";

const CANARY = "canary-4711-quokka";

const filesBelow = (folder: string, name = ""): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes(name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Names of files below a folder that hold the text, in whatever table or free page SQLite has it. */
const filesWith = (folder: string, text: string): string[] =>
  filesBelow(folder)
    .filter((path) => readFileSync(path).includes(text))
    .map((path) => basename(path));

/** A project with an example whose text and answer hold the canary. */
async function withCanary() {
  const opened = await openBackedUpProject();
  const { client, backend } = opened;
  const [exampleId] = seedExamples(backend.session().db, [
    { input: `${CANARY} in the text`, group: `${CANARY} in the group` },
  ]);
  await client.annotations.answer({
    exampleId: exampleId ?? "",
    value: { kind: "write", response: `${CANARY} in the answer` },
  });
  return { ...opened, doomed: exampleId ?? "" };
}

/** Changes a backup behind Tacit's back, in a way that it would not notice. */
function alter(opened: BackedUpProject, sequence: number, sql: string) {
  const path = opened.fileOf({ sequence });
  const copy = new Database(path);
  copy.exec(sql);
  copy.close();
  const recordPath = path.replace(".tacit", ".json");
  const record = JSON.parse(readFileSync(recordPath, "utf8")) as object;
  const now = { bytes: readFileSync(path).length, sha256: hashFile(path) };
  writeFileSync(recordPath, JSON.stringify({ ...record, ...now }));
}

test("fault 65: what is deleted for good is in no backup any more, and the rest is", async () => {
  const opened = await withCanary();
  const { client, backend, doomed } = opened;
  await client.backups.make();
  await client.projects.rename({ name: "Later" });
  await client.backups.make();
  expect(filesWith(opened.backupFolder, CANARY)).toEqual(["000001.tacit", "000002.tacit"]);

  expect(await backend.session().backups.purge([doomed])).toEqual({ purged: 2, erased: 0 });
  expect(filesWith(opened.backupFolder, CANARY)).toEqual([]);
  expect(await opened.list()).toMatchObject([
    { state: "good", examples: 3, answered: 1, purgedExamples: 1, projectName: "Later" },
    { state: "good", examples: 3, answered: 1, purgedExamples: 1, projectName: "Mine" },
  ]);
  const [, first] = await opened.list();
  const answer = await client.backups.restore({ backupId: first?.backupId ?? "" });
  expect(answer).toMatchObject({ outcome: "restored" });
  const { counts } = await client.annotations.queue({ queue: "all", limit: 1 });
  expect(counts).toMatchObject({ total: 3, labelled: 1 });
  await backend.close();
});

test("fault 65: versions, models, comparisons and undo steps in backups forget it too", async () => {
  const opened = await openLabelledProject("write", [
    ...Array.from({ length: 12 }, (_, n) => ({
      input: `question ${n}`,
      answer: `answer ${n}`,
      split: n < 10 ? ("train" as const) : ("test" as const),
    })),
    { input: `${CANARY} learns`, answer: `${CANARY} taught`, split: "train" as const },
    { input: `${CANARY} asks`, answer: `${CANARY} answers`, split: "test" as const },
  ]);
  const { client, backend, exampleIds, folder } = opened;
  const doomed = exampleIds.slice(12);
  await client.examples.setFlag({ exampleIds: doomed, flagged: true });
  const { versionId } = await client.versions.freeze({});
  const target = { versionId, providerId: "instant" as const, baseModel: "instant" };
  const { consent } = await client.training.leaving(target);
  const { jobId: trainingJobId } = await client.training.start({ ...target, consent });
  await backend.session().jobs.settled(trainingJobId);
  const { jobId } = await client.comparisons.start({ trainingJobId });
  await backend.session().jobs.settled(jobId);
  // Packed as it is, a model shows no words; it holds them all the same.
  const countModels = (db: Db) =>
    db.prepare("select count(*) from training_run where artefact is not null").pluck().get();
  expect(countModels(backend.session().db)).toBe(1);

  await client.backups.make();
  const backups = join(folder, "app", "backups");
  expect(filesWith(backups, CANARY)).toEqual(["000001.tacit"]);
  expect(await backend.session().backups.purge(doomed)).toEqual({ purged: 1, erased: 0 });
  expect(filesWith(backups, CANARY)).toEqual([]);
  for (const exampleId of doomed) expect(filesWith(backups, exampleId)).toEqual([]);
  const copy = openForReading(at(filesBelow(backups, "000001.tacit"), 0));
  expect(countModels(copy)).toBe(0);
  expect(copy.prepare("select count(*) from comparison_item").pluck().get()).toBe(2);
  copy.close();
  await backend.close();
});

test("fault 65: a search index in a backup forgets the words", async () => {
  const opened = await withCanary();
  const { client, backend, doomed } = opened;
  await client.backups.make();
  // Whichever table keeps the texts in the present schema.
  const { db } = backend.session();
  const texts = listTables(db)
    .map(({ name }) => name)
    .find((name) => name.startsWith("example") && columnsOf(db, name).includes("input"));
  alter(
    opened,
    1,
    `create virtual table search using fts5(input, content='${texts}', content_rowid='id');
     insert into search(search) values ('rebuild');
     create virtual table words using fts5(body, content='', contentless_delete=1);
     insert into words (rowid, body) select id, input from ${texts};
     analyze;`,
  );
  expect(await backend.session().backups.purge([doomed])).toEqual({ purged: 1, erased: 0 });
  const word = CANARY.split("-").at(-1) ?? "";
  expect(filesWith(opened.backupFolder, word)).toEqual([]);
  const copy = new Database(opened.fileOf({ sequence: 1 }), { readonly: true });
  expect(copy.prepare("select count(*) from search where search match 'two'").pluck().get()).toBe(
    1,
  );
  copy.close();
  await backend.close();
});

test("fault 65: a backup that cannot be opened is deleted, and its record says so", async () => {
  const opened = await withCanary();
  const { client, backend, doomed } = opened;
  await client.backups.make();
  await client.projects.rename({ name: "Later" });
  await client.backups.make();
  truncateSync(opened.fileOf({ sequence: 1 }), 50_000);
  writeFileSync(join(opened.backupFolder, "000009.part"), `half a copy with ${CANARY}`);
  expect(await backend.session().backups.purge([doomed])).toEqual({ purged: 1, erased: 1 });
  expect(filesWith(opened.backupFolder, CANARY)).toEqual([]);
  expect(await opened.list()).toMatchObject([{ state: "good" }, { state: "erased", bytes: 0 }]);
  const [, erased] = await opened.list();
  await expect(client.backups.restore({ backupId: erased?.backupId ?? "" })).rejects.toMatchObject({
    data: { code: "notFound" },
  });
  await backend.close();
});

test("fault 65: a purge that was cut off is taken up when the project is next worked on", async () => {
  const opened = await withCanary();
  const { client, backend, doomed, id } = opened;
  await client.backups.make();
  // As a crash leaves it between writing down what is to be done and doing it.
  writeFileSync(join(opened.backupFolder, "purge.json"), JSON.stringify([doomed]));
  const store = createBackupStore(join(opened.folder, "app", "backups"));
  await store.finishPurge(id);
  expect(filesWith(opened.backupFolder, CANARY)).toEqual([]);
  expect(readdirSync(opened.backupFolder)).toEqual(["000001.json", "000001.tacit"]);
  await backend.close();
});
