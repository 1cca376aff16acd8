import { renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { flushFile } from "../files/flush.ts";

/** Writes a compact copy of a project file; it appears at `target` whole or not at all. */
export function writeCompactCopy(source: string, target: string): void {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    const db = new Database(source, { readonly: true, fileMustExist: true });
    try {
      db.prepare("vacuum into ?").run(draft);
    } finally {
      db.close();
    }
    flushFile(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
