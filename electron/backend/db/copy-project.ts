import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/** Writes a compact copy of a project file; it appears at `target` whole or not at all. */
export function copyProject(source: string, target: string): void {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    const db = new Database(source, { readonly: true, fileMustExist: true });
    try {
      db.prepare("vacuum into ?").run(draft);
    } finally {
      db.close();
    }
    const file = openSync(draft, "r+");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
