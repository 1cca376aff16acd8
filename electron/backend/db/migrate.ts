import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { migrations } from "./migrations/index.ts";
import { APPLICATION_ID, type Db } from "./open.ts";

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export function schemaVersion(db: Db): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** True for a file that carries Tacit's mark, whatever else is in it. */
export function isOurs(db: Db): boolean {
  return db.pragma("application_id", { simple: true }) === APPLICATION_ID;
}

/**
 * Brings a project to the newest schema, in one transaction together with its version number, so that a
 * step that fails leaves the file as it was. `backUpFirst` is called for a file that already holds data; when
 * it throws, nothing is changed.
 */
export function migrate(
  db: Db,
  path: string,
  backUpFirst: (db: Db) => void,
  steps: readonly Migration[] = migrations,
): void {
  const from = schemaVersion(db);
  const newest = steps.at(-1)?.version ?? 0;
  if (from > newest) throw new AppError("fileTooNew", { name: basename(path) });
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return;
  if (from > 0) backUpFirst(db);
  // A table that is made anew is dropped in between: with checks on, that would delete all that refers to it.
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      for (const step of pending) db.exec(step.sql);
      if (from > 0 && (db.pragma("foreign_key_check") as unknown[]).length > 0)
        throw new Error(`step ${newest} leaves references that point nowhere`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${newest}`);
    }).exclusive();
  } finally {
    db.pragma("foreign_keys = ON");
  }
}
