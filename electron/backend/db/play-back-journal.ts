import { existsSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * A crash while a project is opened or closed, when SQLite changes its kind of log, can leave a rollback
 * journal. Only a connection that writes may play it back; every reader is refused until then. To be
 * called with the project's lock held.
 */
export function playBackJournal(path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  const db = new Database(path);
  try {
    // The first read does it; the version number is read without looking at the schema.
    db.pragma("user_version");
  } catch {
    // What cannot be played back shows when the file is looked at.
  } finally {
    db.close();
  }
}
