import { copyFileSync, existsSync, linkSync, realpathSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { placeForDamaged } from "./kept-aside.ts";
import { closeToOneFile, openForWriting } from "./open.ts";
import { LOGS } from "./private-copy.ts";
import { countWholeTables } from "./salvage/count-whole-tables.ts";
import { placeSalvaged, salvage } from "./salvage/salvage.ts";

/**
 * Makes a file sound again whose rows are all whole, so that only indexes, search tables or the list of
 * free pages can be damaged: the rows go to a new file, which makes those anew and takes the old one's
 * place. The damaged file stays among the backups. True when that worked; else nothing was changed. The
 * lock of the project must be held.
 */
export function mend(linked: string): boolean {
  const path = realpathSync(linked);
  try {
    const rows = countWholeTables(path);
    if (!rows || !foldLogsIn(path)) return false;
    const name = basename(path, ".tacit");
    const report = salvage({ path, target: path, name, nowMs: Date.now() }, () => {});
    const isComplete = report.every(
      ({ table, saved, lost, more }) =>
        lost === 0 && !more && (isOfSearch(table) || saved === (rows.get(table) ?? 0)),
    );
    if (!isComplete) return false;
    keepDamaged(path);
    placeSalvaged(path);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(`${path}.part`, { force: true });
  }
}

/** How far search has come: it begins anew, because its tables do. */
const isOfSearch = (table: string) => table.startsWith("search_");

/** A log that stayed behind would be taken for the new file's. */
function foldLogsIn(path: string): boolean {
  const hasLogs = () => LOGS.some((log) => existsSync(`${path}${log}`));
  if (hasLogs()) closeToOneFile(openForWriting(path));
  return !hasLogs();
}

function keepDamaged(path: string): void {
  const kept = placeForDamaged(path);
  try {
    linkSync(path, kept);
  } catch {
    // Not every file system knows links.
    copyFileSync(path, kept);
  }
}

/** Before SQLite folds a damaged log in and throws the rest of it away. */
export function keepDamagedWithLog(path: string): void {
  const kept = placeForDamaged(path);
  copyFileSync(path, kept);
  copyFileSync(`${path}-wal`, `${kept}-wal`);
}
