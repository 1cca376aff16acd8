import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { checkIntegrity } from "./integrity.ts";
import { type Db, openForReading } from "./open.ts";

/** Writes a compact copy, opens it and checks it before it takes its final name. */
export function backUp(db: Db, target: string): void {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    db.prepare("vacuum into ?").run(draft);
    assertSound(draft);
    flush(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** SQLite leaves it to the system when a copy reaches the disk. */
function flush(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function assertSound(draft: string): void {
  const copy = openForReading(draft);
  try {
    const problems = checkIntegrity(copy);
    if (problems.length > 0) throw new Error(`backup is not sound: ${problems[0]?.detail}`);
  } finally {
    copy.close();
  }
}
