import { statSync } from "node:fs";
import type { Db } from "./open.ts";

/** Bytes up to which a file is looked through whole while it opens: a fraction of a second. */
const SMALL_FILE = 24 * 1024 * 1024;
const MOST_PROBLEMS = 200;

export const isSmall = (path: string): boolean => statSync(path).size <= SMALL_FILE;

/** SQLite's own findings line by line; none means sound. `quick` leaves out comparing indexes with their rows. */
export function listProblems(db: Db, depth: "quick" | "whole"): string[] {
  const pragma = depth === "quick" ? "quick_check" : "integrity_check";
  const rows = db.pragma(`${pragma}(${MOST_PROBLEMS})`) as Record<string, string>[];
  return rows
    .flatMap((row) => Object.values(row).flatMap((text) => text.split("\n")))
    .filter((line) => line !== "ok" && line !== "" && !line.startsWith("*** in database"));
}

const OF_AN_INDEX =
  /missing from index|wrong # of entries in index|non-unique entry in index|out of order in index|inverted index for FTS5/i;
const UNREACHED = /^Page \d+(: | is )never used$/;

/** True when all that is damaged can be made anew from rows that are whole. */
export function concernsIndexesOnly(db: Db, problems: readonly string[]): boolean {
  const roots = new Set(
    db.prepare("select rootpage from sqlite_schema where type = 'index'").pluck().all(),
  );
  const isOfIndex = (line: string) => {
    const tree = /^Tree (\d+)\b/.exec(line)?.[1];
    return tree === undefined ? OF_AN_INDEX.test(line) : roots.has(Number(tree));
  };
  const telling = problems.filter((line) => !UNREACHED.test(line));
  return telling.length > 0 && problems.length < MOST_PROBLEMS && telling.every(isOfIndex);
}
