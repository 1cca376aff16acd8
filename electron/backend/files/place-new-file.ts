import { existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";

/** Gives a finished draft its final name in one step. Throws `fileExists`: what is there already is never touched. */
export function placeNewFile(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (cause) {
    // Also where file systems know no links, as on memory sticks: there the draft is moved.
    if (existsSync(path)) throw new AppError("fileExists", { name: basename(path) }, { cause });
    renameSync(draft, path);
    return;
  }
  rmSync(draft);
}
