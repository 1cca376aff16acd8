import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A folder for this process alone; what crashed processes left behind is cleared after a day. */
export function makeTempDir(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, "run-"));
}
