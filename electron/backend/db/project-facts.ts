import type { Db } from "./open.ts";

/** What a project file holds, told by the file's own list of tables, so that every schema can be asked. */
export interface ProjectFacts {
  projectId: string;
  projectName: string;
  schemaVersion: number;
  /** Examples that were not removed, and how many of them have an answer. */
  examples: number;
  answered: number;
  /** Rows of every table. */
  rows: Record<string, number>;
  /** Differs whenever something was added or a step was made; equal ones need no new backup. */
  fingerprint: string;
}

/** A file that SQLite can open but that cannot be relied on, or not for what is wanted of it. */
export class UnsoundFile extends Error {}

interface TableInfo {
  name: string;
  withoutRowid: number;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Ordinary tables: neither SQLite's own nor the ones behind a full-text index. */
export function listTables(db: Db): TableInfo[] {
  return db
    .prepare<[], TableInfo>(
      `select name, wr as withoutRowid from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all();
}

export const columnsOf = (db: Db, table: string): string[] =>
  db.prepare<[string], string>("select name from pragma_table_xinfo(?)").pluck().all(table);

const number = (db: Db, sql: string): number => (db.prepare(sql).pluck().get() as number) ?? 0;

/** Reads the whole of every table's index; call it within a transaction to see one moment. */
export function readProjectFacts(db: Db): ProjectFacts {
  const { projectId, projectName } = readProjectName(db);
  const rows: Record<string, number> = {};
  for (const { name } of listTables(db))
    rows[name] = number(db, `select count(*) from ${quoted(name)}`);
  return {
    projectId,
    projectName,
    schemaVersion: db.pragma("user_version", { simple: true }) as number,
    ...countAnswers(db),
    rows,
    fingerprint: fingerprintOf(db),
  };
}

export function readProjectName(db: Db): { projectId: string; projectName: string } {
  const row = db
    .prepare<[], { projectId: string; projectName: string }>(
      "select public_id as projectId, name as projectName from project",
    )
    .get();
  if (!row) throw new UnsoundFile("the project row is missing");
  return row;
}

/** What an answer is in force for: `example`, or the table that a later schema keeps its state in. */
function countAnswers(db: Db): { examples: number; answered: number } {
  const home = listTables(db).find(({ name }) => {
    const columns = columnsOf(db, name);
    return columns.includes("annotation_id") && columns.includes("removed_at_ms");
  });
  if (!home)
    return {
      examples: number(db, "select count(*) from example"),
      answered: number(db, "select count(distinct example_id) from annotation"),
    };
  const present = `from ${quoted(home.name)} where removed_at_ms is null`;
  return {
    examples: number(db, `select count(*) ${present}`),
    answered: number(db, `select count(*) ${present} and annotation_id is not null`),
  };
}

/** Cheap at any size: the highest key of every table, the project's revision and the latest vote. */
export function fingerprintOf(db: Db): string {
  const keys = listTables(db)
    .filter(({ withoutRowid }) => withoutRowid === 0)
    .map(({ name }) => `${name}:${number(db, `select max(rowid) from ${quoted(name)}`)}`);
  const revision = columnsOf(db, "project").includes("revision")
    ? number(db, "select revision from project")
    : 0;
  const votes = columnsOf(db, "comparison_item").includes("voted_seq")
    ? number(db, "select max(voted_seq) from comparison_item")
    : 0;
  return [...keys, `revision:${revision}`, `votes:${votes}`].join(" ");
}
