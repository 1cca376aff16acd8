import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";
import { isOurs, schemaVersion } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./open.ts";

interface SchemaObject {
  type: "table" | "index" | "trigger" | "view";
  name: string;
  sql: string | null;
}

/** SQLite's own tables and the indexes behind unique columns go without saying. */
const listObjects = (db: Db) =>
  db
    .prepare<[], SchemaObject>(
      "select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'",
    )
    .all();

/** What could run by itself must be word for word ours; a table or an index must have a name we know. */
const signature = ({ type, name, sql }: SchemaObject): string => {
  const isPassive =
    type === "index" || (type === "table" && !/^\s*create\s+virtual/i.test(sql ?? ""));
  return isPassive ? `${type} ${name}` : `${type} ${name} ${sql}`;
};

function objectsAt(version: number): SchemaObject[] {
  const model = new Database(":memory:");
  try {
    for (const step of migrations) if (step.version <= version) model.exec(step.sql);
    return listObjects(model);
  } finally {
    model.close();
  }
}

/** Indexes that a large import put away while it ran and a crash kept from coming back. */
export function restoreMissingIndexes(db: Db): void {
  const found = new Set(listObjects(db).map(({ name }) => name));
  for (const { type, name, sql } of objectsAt(schemaVersion(db)))
    if (type === "index" && sql !== null && !found.has(name)) db.exec(sql);
}

/**
 * Refuses a file that Tacit did not make, that a newer Tacit made, or whose schema holds anything that our
 * migrations do not: a trigger or a view slipped into a file from elsewhere would run with our next
 * statement. `probe` only reads, so a file that is refused stays as it is.
 */
export function assertKnownSchema(probe: Db, fileName: string): void {
  const name = { name: fileName };
  const version = schemaVersion(probe);
  if (!isOurs(probe) || version === 0) throw new AppError("notATacitFile", name);
  if (version > (migrations.at(-1)?.version ?? 0)) throw new AppError("fileTooNew", name);
  const model = objectsAt(version);
  const known = new Set(model.map(signature));
  const found = new Set(listObjects(probe).map(signature));
  if ([...found].some((object) => !known.has(object))) throw new AppError("notATacitFile", name);
  // A missing index costs time only, and is made anew.
  const isLacking = model.some(
    (object) => object.type !== "index" && !found.has(signature(object)),
  );
  if (isLacking) throw new AppError("fileDamaged", name);
}
