import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openTestBackend } from "../testing/test-backend.ts";
import { migrate, type Migration } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { closeToOneFile, openForReading, openForWriting } from "./open.ts";

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const newFolder = () => mkdtempSync(join(tmpdir(), "tacit-file-"));
const ANSWER = { kind: "write", response: "yes" } as const;

/** A closed project with one answered example, and a client that can open it. */
async function closedProject() {
  const opened = openTestBackend();
  const { client, backend, folder, projectsDir } = opened;
  await client.projects.create({ name: "Mine", taskType: "write" });
  const rows = join(folder, "rows.csv");
  writeFileSync(rows, "input\nhello\n");
  const { jobId } = await client.imports.start({
    fileId: backend.grants.add(rows, "read").fileId,
    mapping: [{ column: "input", role: "input" }],
  });
  await backend.session().jobs.settled(jobId);
  const [row] = (await client.examples.list({})).rows;
  await client.annotations.answer({ exampleId: row?.exampleId ?? "", value: ANSWER });
  await client.projects.close();
  return { ...opened, path: join(projectsDir, "Mine.tacit") };
}

/** What opening this file fails with. */
const openingOf = (opened: ReturnType<typeof openTestBackend>, path: string) =>
  opened.client.projects.open({ fileId: opened.backend.grants.add(path, "read").fileId });

test.each([
  ["of another program", "pragma application_id = 7", "notATacitFile"],
  ["with our mark but no version", "pragma user_version = 0", "notATacitFile"],
  ["with a table missing", "drop table handoff", "fileDamaged"],
])("a file %s is refused and not one byte of it changes", async (_kind, sql, code) => {
  const opened = await closedProject();
  const other = new Database(opened.path);
  other.exec(sql);
  other.close();
  const before = hashOf(opened.path);
  await expect(openingOf(opened, opened.path)).rejects.toMatchObject({ data: { code } });
  expect(hashOf(opened.path)).toBe(before);
  expect(readdirSync(opened.projectsDir)).toEqual(["Mine.tacit"]);
  await opened.backend.close();
});

test.each([
  [
    "a trigger that deletes answers",
    "create trigger spy after update on job begin delete from annotation; end",
  ],
  [
    "a trigger under the name of one of ours",
    `drop trigger version_is_immutable;
     create trigger version_is_immutable after insert on undo_step begin delete from annotation; end`,
  ],
  ["a view", "create view spy as select * from annotation"],
  ["a virtual table", "create virtual table spy using fts5(body)"],
  [
    "a virtual table in the place of one of ours",
    "drop table handoff; create virtual table handoff using fts5(body)",
  ],
])("a project into which %s was slipped is refused, and nothing of it runs", async (_kind, sql) => {
  const opened = await closedProject();
  const other = new Database(opened.path);
  // As a crash would leave it, so that opening has something to update.
  other.exec(`update job set state = 'running'; ${sql}`);
  other.close();
  const before = hashOf(opened.path);
  await expect(openingOf(opened, opened.path)).rejects.toMatchObject({
    data: { code: "notATacitFile" },
  });
  expect(hashOf(opened.path)).toBe(before);
  const after = openForReading(opened.path);
  expect(after.prepare("select count(*) from annotation").pluck().get()).toBe(1);
  after.close();
  await opened.backend.close();
});

test("a file analysed by another SQLite program still opens", async () => {
  const opened = await closedProject();
  const other = new Database(opened.path);
  other.exec("analyze; pragma journal_mode = wal; vacuum");
  other.close();
  expect(await openingOf(opened, opened.path)).toMatchObject({ name: "Mine" });
  await opened.backend.close();
});

test("the schema of an open project is not trusted", async () => {
  const { client, backend } = openTestBackend();
  await client.projects.create({ name: "Mine", taskType: "write" });
  const { db } = backend.session();
  expect(db.pragma("trusted_schema", { simple: true })).toBe(0);
  expect(db.pragma("synchronous", { simple: true })).toBe(2);
  expect(() => db.prepare("select load_extension('x')").get()).toThrow(/not authorized/);
  await backend.close();
});

test("a folder is refused as no project, and nothing is left beside it", async () => {
  const opened = openTestBackend();
  const folder = join(opened.folder, "folder.tacit");
  mkdirSync(folder);
  await expect(openingOf(opened, folder)).rejects.toMatchObject({
    data: { code: "notATacitFile" },
  });
  expect(existsSync(`${folder}-lock`)).toBe(false);
  await opened.backend.close();
});

const newest = migrations.at(-1)?.version ?? 0;
const next: Migration = {
  version: newest + 1,
  name: "next",
  sql: "create table extra (id integer)",
};
const broken: Migration = {
  version: newest + 2,
  name: "broken",
  sql: "update project set name = 'half'; insert into nowhere values (1)",
};

const noBackup = () => {};

test("a migration that fails at a later step leaves the file as it was", async () => {
  const { path, backend } = await closedProject();
  const dump = () => {
    const db = openForReading(path);
    const all = [
      db.pragma("user_version"),
      db.prepare("select * from sqlite_schema").all(),
      db.prepare("select * from project").all(),
      db.prepare("select * from annotation").all(),
    ];
    db.close();
    return all;
  };
  const before = dump();
  const db = openForWriting(path);
  expect(() => migrate(db, path, noBackup, [...migrations, next, broken])).toThrow(/nowhere/);
  closeToOneFile(db);
  expect(dump()).toEqual(before);
  await backend.close();
});

test("a new file gets no backup", () => {
  const folder = newFolder();
  const path = join(folder, "new.tacit");
  const db = openForWriting(path);
  migrate(db, path, () => expect.unreachable());
  closeToOneFile(db);
  expect(readdirSync(folder)).toEqual(["new.tacit"]);
});

test("the same project through a link is open in one Tacit only", async () => {
  const first = await closedProject();
  const link = join(first.folder, "link.tacit");
  symlinkSync(first.path, link);
  await openingOf(first, first.path);
  const other = openTestBackend();
  for (const path of [link, join(first.projectsDir, "..", "projects", "Mine.tacit")])
    await expect(openingOf(other, path)).rejects.toMatchObject({ data: { code: "fileLocked" } });
  await first.client.projects.close();
  expect(await openingOf(other, link)).toMatchObject({ name: "Mine" });
  await other.backend.close();
  expect(readdirSync(first.projectsDir)).toEqual(["Mine.tacit"]);
  await first.backend.close();
});

test("a sidecar that is no lock is not taken for another Tacit", async () => {
  const opened = await closedProject();
  writeFileSync(
    `${opened.path}-lock`,
    "somebody's notes, which are longer than a header ".repeat(40),
  );
  await expect(openingOf(opened, opened.path)).rejects.toMatchObject({
    data: { code: "fileExists", params: { name: "Mine.tacit-lock" } },
  });
  await opened.backend.close();
});

test("closing works while another program reads the file, and no answer is lost", async () => {
  const opened = await closedProject();
  await openingOf(opened, opened.path);
  await opened.client.projects.rename({ name: "Renamed" });
  const reader = new Database(opened.path, { readonly: true });
  reader.exec("begin");
  reader.prepare("select * from project").all();
  opened.backend.session().db.pragma("busy_timeout = 10");
  await opened.client.projects.close();
  expect(existsSync(`${opened.path}-lock`)).toBe(false);
  reader.close();
  expect(await openingOf(opened, opened.path)).toMatchObject({ name: "Renamed" });
  await opened.backend.close();
});
