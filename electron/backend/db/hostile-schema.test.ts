import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { layOut } from "../testing/released/lay-out.ts";
import { openForReading } from "./open.ts";

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Rewrites the schema itself, as no statement could. */
const forge = (sql: string) => (db: Database.Database) => {
  db.unsafeMode(true);
  db.pragma("writable_schema = ON");
  db.exec(sql);
};
const run = (sql: string) => (db: Database.Database) => void db.exec(sql);
const rewrite = (name: string, from: string, to: string) =>
  forge(
    `update sqlite_schema set sql = replace(sql, '${from}', '${to}') where name = '${name}' and sql like '%${from}%'`,
  );

test.each<[string, (db: Database.Database) => void, string?]>([
  ["a trigger", run("create trigger spy after update on job begin delete from annotation; end")],
  [
    "a trigger under a name of SQLite's own",
    forge(
      `insert into sqlite_schema values ('trigger', 'sqlite_stat', 'job', 0,
       'create trigger sqlite_stat after update on job begin delete from annotation; end')`,
    ),
  ],
  [
    "a table under a name of SQLite's own",
    forge(
      `insert into sqlite_schema select type, 'sqlite_evil', 'sqlite_evil', rootpage, 'create table sqlite_evil(a default (random()))'
     from sqlite_schema where name = 'handoff'; delete from sqlite_schema where name = 'handoff'`,
    ),
    "fileDamaged",
  ],
  ["an index on a function", run("create index spy on job (abs(id))")],
  [
    "a condition in one of our indexes",
    rewrite("example_import", "(import_id)", "(abs(import_id))"),
  ],
  [
    "a default that is worked out",
    rewrite(
      "undo_step",
      "created_at_ms integer not null",
      "created_at_ms integer not null default (random())",
    ),
  ],
  [
    "a check that calls a function",
    rewrite("undo_step", "action text not null", "action text not null check (length(action) > 0)"),
  ],
  ["a column that is worked out", run("alter table job add column spy text as (upper(kind))")],
  ["a virtual table", run("create virtual table spy using fts5(body)")],
  [
    "a view in the place of a table",
    run("alter table handoff rename to spy; create view handoff as select * from spy"),
  ],
  ["a column of another type", rewrite("handoff", "folder text", "folder blob")],
  ["a table more", run("create table spy (a)")],
  [
    "two tables on the same pages",
    forge(
      "update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'annotation') where name = 'handoff'",
    ),
    "fileDamaged",
  ],
  [
    "a table on the schema's own page",
    forge("update sqlite_schema set rootpage = 1 where name = 'handoff'"),
    "fileDamaged",
  ],
  [
    "a table on pages that do not exist",
    forge("update sqlite_schema set rootpage = 100000 where name = 'handoff'"),
    "fileDamaged",
  ],
])(
  "a project with %s slipped in is refused, and nothing of it runs",
  async (_what, change, code = "notATacitFile") => {
    const { client, backend, path, fileId } = layOut("v1-classify");
    const other = new Database(path);
    // As a crash would leave it, so that opening has something to update.
    other.exec("update job set state = 'running'");
    change(other);
    other.close();
    const before = hashOf(path);
    await expect(client.projects.open({ fileId })).rejects.toMatchObject({ data: { code } });
    expect(hashOf(path)).toBe(before);
    await backend.close();
  },
);

test("the connection to an open project neither trusts nor changes its schema, and loads no extension", async () => {
  const { client, backend, fileId } = layOut("v1-classify");
  await client.projects.open({ fileId });
  const { db } = backend.session();
  expect(db.pragma("trusted_schema", { simple: true })).toBe(0);
  db.pragma("writable_schema = ON");
  expect(() => db.exec("delete from sqlite_schema")).toThrow(/may not be modified/);
  expect(() => db.prepare("select load_extension('x')").get()).toThrow(/not authorized/);
  await backend.close();
});

test("a project that other SQLite programs only tidied up still opens", async () => {
  const { client, backend, path, fileId } = layOut("v1-classify");
  const other = new Database(path);
  other.exec("analyze; reindex; vacuum");
  other.close();
  expect(await client.projects.open({ fileId })).toMatchObject({ readOnly: false });
  const check = openForReading(path);
  expect(check.prepare("select count(*) from sqlite_stat1").pluck().get()).toBeGreaterThan(5);
  check.close();
  await backend.close();
});
