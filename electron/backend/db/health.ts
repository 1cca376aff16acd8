import { statSync } from "node:fs";
import type { Db } from "./open.ts";

/** Bytes up to which a file is looked through whole while it opens: a fraction of a second. */
const SMALL_FILE = 24 * 1024 * 1024;
const MOST_PROBLEMS = 50;

export const isSmall = (path: string): boolean => statSync(path).size <= SMALL_FILE;

/**
 * SQLite's own findings line by line; none means sound. `quick` leaves out comparing indexes with their
 * rows. A file that is too damaged to be looked through is a finding, not a failure.
 */
export function listProblems(db: Db, depth: "quick" | "whole"): string[] {
  const pragma = depth === "quick" ? "quick_check" : "integrity_check";
  try {
    const rows = db.pragma(`${pragma}(${MOST_PROBLEMS})`) as Record<string, string>[];
    return rows
      .flatMap((row) => Object.values(row).flatMap((text) => text.split("\n")))
      .filter((line) => line !== "ok" && line !== "" && !line.startsWith("*** in database"));
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith("SQLITE_CORRUPT")) throw error;
    return [(error as Error).message];
  }
}
