import Database from "better-sqlite3";
import type { Db } from "./open.ts";
import { columnsOf, listTables, quoted, UnsoundFile } from "./project-facts.ts";

/**
 * Deletes examples for good from a project file that is not open anywhere, and writes what is left to
 * `target`, which then holds no page of theirs. Works from the file's own schema, so that a copy of any age
 * can be purged. Returns how many of the examples the file held. Throws `UnsoundFile` when references to
 * them would remain.
 */
export function purgeExamples(path: string, target: string, exampleIds: readonly string[]): number {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma("trusted_schema = OFF");
    db.pragma("cell_size_check = ON");
    // The copy is thrown away when anything goes wrong; a journal would only be one more place for the texts.
    db.pragma("journal_mode = MEMORY");
    db.pragma("secure_delete = ON");
    db.pragma("temp_store = MEMORY");
    db.pragma("foreign_keys = OFF");
    const purged = deleteExamples(db, exampleIds);
    db.prepare("vacuum into ?").run(target);
    return purged;
  } finally {
    db.close();
  }
}

/** The deletion itself, in one transaction; the caller sees to free pages. Foreign keys must be off. */
export function deleteExamples(db: Db, exampleIds: readonly string[]): number {
  return db
    .transaction(() => {
      db.exec("create temp table doomed (key integer primary key, public_id text)");
      db.exec("create temp table doomed_text (input text primary key) without rowid");
      db.prepare(
        `insert into doomed select id, public_id from main.${quoted(homeOfIds(db))}
         where public_id in (select value from json_each(?))`,
      ).run(JSON.stringify(exampleIds));
      const dangling = countDangling(db);
      collectTexts(db);
      forgetModels(db, exampleIds);
      deleteByReference(db);
      deleteByPublicId(db, exampleIds);
      deleteByText(db);
      const purged = db.prepare("delete from example where id in (select key from doomed)").run();
      rebuildSearch(db);
      dropSamples(db);
      if (countDangling(db) > dangling) throw new UnsoundFile("references would lead nowhere");
      db.exec("drop table temp.doomed; drop table temp.doomed_text");
      return purged.changes;
    })
    .exclusive();
}

const countDangling = (db: Db) => (db.pragma("foreign_key_check") as unknown[]).length;

interface Reference {
  table: string;
  column: string;
  onDelete: string;
}

/** Columns that hold the key of an example, declared as a reference or named like one. */
function listReferences(db: Db): Reference[] {
  const declared = db.prepare<[string], Omit<Reference, "table">>(
    `select "from" as "column", on_delete as onDelete from pragma_foreign_key_list(?)
     where "table" = 'example'`,
  );
  return listTables(db)
    .filter(({ name }) => name !== "example")
    .flatMap(({ name: table }) => {
      const found = new Map(declared.all(table).map((each) => [each.column, each.onDelete]));
      if (!found.has("example_id") && columnsOf(db, table).includes("example_id"))
        found.set("example_id", "CASCADE");
      return [...found].map(([column, onDelete]) => ({ table, column, onDelete }));
    });
}

/** `example`, or the table that shares its keys and holds what is rarely read. */
function homeOfIds(db: Db): string {
  const sharesKeys = listReferences(db).filter(({ column }) => column === "id");
  const home = ["example", ...sharesKeys.map(({ table }) => table)].find((table) =>
    columnsOf(db, table).includes("public_id"),
  );
  if (home === undefined) throw new UnsoundFile("nothing says which example is which");
  return home;
}

/** The texts themselves, because a comparison keeps what it asked without saying which example it was. */
function collectTexts(db: Db) {
  const homes = [{ table: "example", column: "id" }, ...listReferences(db)];
  for (const { table, column } of homes)
    if (columnsOf(db, table).includes("input"))
      db.exec(
        `insert or ignore into doomed_text select input from main.${quoted(table)}
         where ${quoted(column)} in (select key from doomed) and input is not null`,
      );
}

/** A model of ours that learned from them may hold them word for word. */
function forgetModels(db: Db, exampleIds: readonly string[]) {
  if (!columnsOf(db, "training_run").includes("artefact")) return;
  db.prepare(
    `update training_run set artefact = null where version_id in
       (select version_id from version_example
        where example_public_id in (select value from json_each(?)))`,
  ).run(JSON.stringify(exampleIds));
}

function deleteByReference(db: Db) {
  const references = [
    { table: "example", column: "id", onDelete: "CASCADE" },
    ...listReferences(db),
  ];
  for (const { table, column, onDelete } of references) {
    const theirs = `${quoted(column)} in (select key from doomed)`;
    forgetChanges(db, table, theirs);
    // What only mentions an example, like a rule that it called for, stays without it.
    if (onDelete === "SET NULL")
      db.exec(`update main.${quoted(table)} set ${quoted(column)} = null where ${theirs}`);
    else if (table !== "example") db.exec(`delete from main.${quoted(table)} where ${theirs}`);
  }
}

/** What undo keeps of rows that go, or that lose what they mention. */
function forgetChanges(db: Db, table: string, theirs: string) {
  if (!columnsOf(db, "undo_change").includes("table_name")) return;
  if (!columnsOf(db, table).includes("id")) return;
  db.prepare(
    `delete from undo_change where table_name = ?
       and row_id in (select id from main.${quoted(table)} where ${theirs})`,
  ).run(table);
}

function deleteByPublicId(db: Db, exampleIds: readonly string[]) {
  const ids = JSON.stringify(exampleIds);
  for (const { name } of listTables(db))
    if (columnsOf(db, name).includes("example_public_id"))
      db.prepare(
        `delete from main.${quoted(name)}
         where example_public_id in (select value from json_each(?))`,
      ).run(ids);
  if (columnsOf(db, "undo_change").includes("step_id"))
    db.exec("delete from undo_change where step_id not in (select id from undo_step)");
}

function deleteByText(db: Db) {
  const theirs = new Set(["example", ...listReferences(db).map(({ table }) => table)]);
  for (const { name } of listTables(db)) {
    const columns = columnsOf(db, name);
    if (!theirs.has(name) && columns.includes("input"))
      db.exec(`delete from main.${quoted(name)} where input in (select input from doomed_text)`);
  }
}

/** A full-text index keeps the words of deleted rows until it is merged; built anew it has none of them. */
function rebuildSearch(db: Db) {
  const indexes = db
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and sql like 'create virtual table%fts5%'`,
    )
    .pluck()
    .all();
  for (const name of indexes) {
    const command = db.prepare(`insert into ${quoted(name)} (${quoted(name)}) values (?)`);
    try {
      command.run("rebuild");
    } catch {
      // Without content of its own it can only be emptied; the application fills it again.
      command.run("delete-all");
      forgetProgress(db);
    }
  }
}

/** Where the application keeps how far it has filled its index. */
function forgetProgress(db: Db) {
  if (columnsOf(db, "search_progress").includes("indexed_through"))
    db.exec("update search_progress set indexed_through = 0");
  if (columnsOf(db, "search_stale").length > 0) db.exec("delete from search_stale");
}

/** SQLite's planner keeps samples of what indexes hold. */
function dropSamples(db: Db) {
  const samples = db
    .prepare<[], string>(
      "select name from sqlite_schema where name like 'sqlite\\_stat_' escape '\\'",
    )
    .pluck()
    .all();
  for (const name of samples) db.exec(`delete from ${quoted(name)}`);
}
