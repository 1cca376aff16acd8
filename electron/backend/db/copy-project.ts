import Database from "better-sqlite3";
import { flushFile } from "../files/flush.ts";
import { openForReading } from "./open.ts";
import { type ProjectFacts, readProjectFacts, UnsoundFile } from "./project-facts.ts";

/** Pages a step copies; a few milliseconds of work, after which a stop is heard. */
const PAGES_PER_STEP = 1024;

export interface CopyWatch {
  onStep(done: number, total: number): void;
  /** Throws to stop the copy. */
  throwIfStopped(): void;
}

/**
 * Copies a project that may be written to meanwhile. One read transaction holds the moment, so that writers
 * neither wait nor make the copy start again. Leaves an unchecked file at `draft`, on disk.
 */
export async function copyProject(
  path: string,
  draft: string,
  watch: CopyWatch,
): Promise<ProjectFacts> {
  const source = openForReading(path);
  try {
    source.exec("begin");
    const facts = readProjectFacts(source);
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        watch.throwIfStopped();
        watch.onStep(totalPages - remainingPages, totalPages);
        return PAGES_PER_STEP;
      },
    });
    source.exec("commit");
    makeOneFile(draft);
    flushFile(draft);
    return facts;
  } finally {
    source.close();
  }
}

/** The copy says that it has a log beside it, as the open project does; it has none. */
function makeOneFile(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma("trusted_schema = OFF");
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

/** Opens a copy and counts; throws when SQLite finds damage or, given `expected`, when a table differs. */
export function verifyCopy(path: string, expected?: Pick<ProjectFacts, "rows">): ProjectFacts {
  const copy = openForReading(path);
  try {
    const [first] = copy.pragma("quick_check(1)") as { quick_check: string }[];
    if (first?.quick_check !== "ok") throw new UnsoundFile(first?.quick_check ?? "no answer");
    const facts = readProjectFacts(copy);
    if (expected) assertSameRows(facts.rows, expected.rows);
    return facts;
  } finally {
    copy.close();
  }
}

function assertSameRows(found: Record<string, number>, expected: Record<string, number>): void {
  for (const table of new Set([...Object.keys(found), ...Object.keys(expected)]))
    if (found[table] !== expected[table])
      throw new UnsoundFile(`${table}: ${found[table]} rows instead of ${expected[table]}`);
}
