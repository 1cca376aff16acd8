import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { closeToOneFile, openForWriting } from "./open.ts";

/** What SQLite lays beside a file that was not closed: without them the latest answers would be missing. */
export const LOGS = ["-wal", "-journal"] as const;

export interface PrivateCopy {
  path: string;
  discard(): void;
}

/** Copies a file with its logs to a folder of our own, where SQLite may finish what a crash cut short. */
export function copyAside(path: string, tempDir: string): PrivateCopy {
  mkdirSync(tempDir, { recursive: true });
  const folder = mkdtempSync(join(tempDir, "copy-"));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    copyWritable(path, copy);
    for (const log of LOGS)
      if (existsSync(`${path}${log}`)) copyWritable(`${path}${log}`, `${copy}${log}`);
    return { path: copy, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

/** A copy takes over that the file is read-only, which is just what it must not be. */
function copyWritable(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

/** Folds the logs of a copy in; `change` may bring it to a newer schema meanwhile. */
export function settleCopy(copy: PrivateCopy, change: (path: string) => void = () => {}): void {
  closeToOneFile(openForWriting(copy.path));
  change(copy.path);
}
