import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A folder for this process alone; what crashed processes left behind is cleared after a day. Whose process
 * still runs keeps its folder, whatever the clock says.
 */
export function makeTempDir(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedMs > DAY_MS && !isOwnerAlive(name))
      rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `run-${process.pid}-`));
}

function isOwnerAlive(name: string): boolean {
  const pid = Number(/^run-(\d+)-/.exec(name)?.[1] ?? 0);
  if (pid === 0) return false;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
