import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";

/** The file appears whole or not at all: written aside, flushed to disk, then renamed. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const draft = `${path}.part`;
  const file = openSync(draft, "w");
  try {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(draft, path);
}
