import { closeSync, fsyncSync, openSync } from "node:fs";

/** Resolves a file's way to the disk: SQLite and the system would do it some time later. */
export function flushFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a new name durable. Windows keeps names itself and offers no way to ask. */
export function flushFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some network and FUSE file systems do not know how; the file itself is on disk all the same.
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
  } finally {
    closeSync(folder);
  }
}
