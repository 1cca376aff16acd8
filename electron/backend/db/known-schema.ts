import Database from "better-sqlite3";
import { AppError } from "#shared/errors/app-error.ts";
import { isOurs, schemaVersion } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./open.ts";
import { hasPlausibleRoots, listObjects, type SchemaObject, signature } from "./schema-objects.ts";

export const newestVersion = (): number => migrations.at(-1)?.version ?? 0;

/** A file of this version with nothing in it, in memory; the caller closes it. */
export function emptyModel(version: number): Db {
  const model = new Database(":memory:");
  for (const step of migrations) if (step.version <= version) model.exec(step.sql);
  model.pragma(`user_version = ${version}`);
  return model;
}

function withModel<Result>(version: number, look: (model: Db) => Result): Result {
  const model = emptyModel(version);
  try {
    return look(model);
  } finally {
    model.close();
  }
}

/** Indexes that a large import put away while it ran and a crash kept from coming back. */
export function restoreMissingIndexes(db: Db): void {
  const found = new Set(listObjects(db).map(({ name }) => name));
  for (const { type, name, sql } of withModel(schemaVersion(db), listObjects))
    if (type === "index" && sql !== null && !found.has(name)) db.exec(sql);
}

/**
 * Refuses a file that Tacit did not make, or whose schema holds anything that our migrations do not: a
 * trigger or a default slipped into a file from elsewhere would run with our next statement. `probe` only
 * reads, so a file that is refused stays as it is. A newer Tacit's file passes when all that this version
 * reads is there; nothing may then be written.
 */
export function assertKnownSchema(probe: Db, fileName: string): "known" | "newer" {
  const name = { name: fileName };
  const version = schemaVersion(probe);
  if (!isOurs(probe) || version === 0) throw new AppError("notATacitFile", name);
  if (!hasPlausibleRoots(probe)) throw new AppError("fileDamaged", name);
  if (version > newestVersion()) {
    if (!canBeRead(probe)) throw new AppError("fileTooNew", name);
    return "newer";
  }
  const model = withModel(version, listObjects);
  const known = new Set(model.map(signature));
  const found = new Set(listObjects(probe).map(signature));
  if ([...found].some((object) => !known.has(object))) throw new AppError("notATacitFile", name);
  // A missing index costs time only, and is made anew.
  const isLacking = model.some(
    (object) => object.type !== "index" && !found.has(signature(object)),
  );
  if (isLacking) throw new AppError("fileDamaged", name);
  return "known";
}

const isVirtual = ({ sql }: SchemaObject) => /^\s*create\s+virtual/i.test(sql ?? "");
const ownNames = (virtual: SchemaObject[]) => (name: string) =>
  virtual.some((table) => name === table.name || name.startsWith(`${table.name}_`));

/** Stored columns only: what is worked out while reading could run something. */
function storedColumns(db: Db, table: string): Set<string> {
  const rows = db
    .prepare<[string], { name: string; hidden: number }>(
      "select name, hidden from pragma_table_xinfo(?)",
    )
    .all(table);
  return new Set(rows.filter(({ hidden }) => hidden === 0).map(({ name }) => name));
}

/** True when every table and column that this version reads is there as a plain, stored one. */
function canBeRead(probe: Db): boolean {
  return withModel(newestVersion(), (model) => {
    const wanted = listObjects(model).filter(({ type }) => type === "table");
    const isOfSearch = ownNames(wanted.filter(isVirtual));
    const found = new Map(listObjects(probe).map((object) => [object.name, object]));
    return wanted.every((table) => {
      const there = found.get(table.name);
      if (there?.type !== "table") return false;
      if (isVirtual(there) || isOfSearch(table.name)) return there.sql === table.sql;
      const columns = storedColumns(probe, table.name);
      return [...storedColumns(model, table.name)].every((column) => columns.has(column));
    });
  });
}
