import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { backUp } from "../db/backup.ts";
import type { Db } from "../db/open.ts";

export const backupBeside = (path: string): string =>
  join(dirname(path), "backups", "before.tacit");

/** What a migration calls first, for tests without a backup store. */
export function backUpBeside(path: string): (db: Db) => void {
  return (db) => {
    const target = backupBeside(path);
    mkdirSync(dirname(target), { recursive: true });
    backUp(db, target);
  };
}
