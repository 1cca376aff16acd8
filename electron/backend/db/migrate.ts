import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { backUp } from "./backup.ts";
import { migrations } from "./migrations/index.ts";
import { APPLICATION_ID, type Db } from "./open.ts";

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export const NEWEST_VERSION = migrations.at(-1)?.version ?? 0;

export function schemaVersion(db: Db): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** True for a file that holds nothing yet, or that Tacit made. */
export function isOurs(db: Db): boolean {
  return db.pragma("application_id", { simple: true }) === APPLICATION_ID;
}

/**
 * Brings a project to the newest schema. Each step is one transaction together with its version number;
 * a file that already holds data is backed up beside itself first, and the copy is verified.
 */
export function migrate(db: Db, path: string): void {
  const from = schemaVersion(db);
  if (from > NEWEST_VERSION) throw new AppError("fileTooNew", { name: basename(path) });
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) {
    const folder = join(dirname(path), ".tacit-backups");
    mkdirSync(folder, { recursive: true });
    backUp(db, join(folder, `${basename(path, ".tacit")}-before-v${NEWEST_VERSION}.tacit`));
  }
  for (const migration of pending) applyOne(db, migration);
}

function applyOne(db: Db, migration: Migration): void {
  db.transaction(() => {
    db.exec(migration.sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migration.version}`);
  }).exclusive();
}
