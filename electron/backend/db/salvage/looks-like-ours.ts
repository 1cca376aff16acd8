import { closeSync, openSync, readSync } from "node:fs";

/** Bytes at the beginning of a file among which a project of any size keeps its schema. */
const SEARCHED = 1024 * 1024;
const TRACES = ["CREATE TABLE annotation", "CREATE TABLE source_import", "CREATE TABLE example"];

/** True when a file that is no database any more still carries pieces of a project's schema. */
export function looksLikeOurs(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(SEARCHED);
    const text = bytes.toString("latin1", 0, readSync(file, bytes, 0, SEARCHED, 0));
    return TRACES.some((trace) => text.includes(trace));
  } finally {
    closeSync(file);
  }
}
