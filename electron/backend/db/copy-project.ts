import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import type { Db } from "./open.ts";

/** Writes a compact copy of what `db` reads; it appears at `target` whole or not at all. */
export function copyProject(db: Db, target: string): void {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    db.prepare("vacuum into ?").run(draft);
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
