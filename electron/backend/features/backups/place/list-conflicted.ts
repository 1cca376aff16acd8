import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isConflictedCopy } from "#shared/features/backups/conflicted-copy.ts";

/** Names of files beside the project that a sync program seems to have made of it; they are never touched. */
export function listConflictedCopies(path: string): string[] {
  const own = basename(path);
  try {
    return readdirSync(dirname(path))
      .filter((name) => isConflictedCopy(name, own))
      .toSorted();
  } catch {
    return [];
  }
}
