import type { Db } from "./open.ts";

export interface SchemaObject {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
}

/** What SQLite makes by itself, word for word: statistics of ANALYZE and the counter of AUTOINCREMENT. */
const OF_SQLITE = new Set([
  "CREATE TABLE sqlite_sequence(name,seq)",
  "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
  "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
]);

/** The index behind a unique column or a primary key has no text of its own. */
const isImplied = ({ type, name, sql }: SchemaObject) =>
  type === "index" && sql === null && name.startsWith("sqlite_autoindex_");

/** Everything in a file's schema that somebody wrote; the name alone, which can be forged, excuses nothing. */
export function listObjects(db: Db): SchemaObject[] {
  return db
    .prepare<[], SchemaObject>("select type, name, tbl_name, sql from sqlite_schema")
    .all()
    .filter((object) => !isImplied(object) && !OF_SQLITE.has(object.sql ?? ""));
}

/** Word for word, because a default, a check or an indexed expression can call functions just as a trigger can. */
export const signature = ({ type, name, tbl_name: on, sql }: SchemaObject): string =>
  JSON.stringify([type, name, on, sql]);

/** False where two tables or indexes claim the same pages, or pages that cannot be: only a forged schema does. */
export function hasPlausibleRoots(db: Db): boolean {
  const pages = db.pragma("page_count", { simple: true }) as number;
  const roots = db
    .prepare<[], { type: string; rootpage: number; isVirtual: number }>(
      "select type, rootpage, coalesce(sql, '') like 'create virtual%' as isVirtual from sqlite_schema",
    )
    .all();
  const used = new Set<number>();
  for (const { type, rootpage, isVirtual } of roots) {
    const needsPages = (type === "table" && isVirtual === 0) || type === "index";
    if (!needsPages) {
      if (rootpage !== 0) return false;
    } else if (rootpage < 2 || rootpage > pages || used.has(rootpage)) return false;
    used.add(rootpage);
  }
  return true;
}
