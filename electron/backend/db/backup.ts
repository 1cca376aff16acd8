import { renameSync, rmSync } from "node:fs";
import { checkIntegrity } from "./integrity.ts";
import { type Db, openForReading } from "./open.ts";

/** Writes a compact copy, opens it and checks it before it takes its final name. */
export function backUp(db: Db, target: string): void {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  db.prepare("vacuum into ?").run(draft);
  const copy = openForReading(draft);
  try {
    const problems = checkIntegrity(copy);
    if (problems.length > 0) throw new Error(`backup is not sound: ${problems[0]?.detail}`);
  } finally {
    copy.close();
  }
  renameSync(draft, target);
}
