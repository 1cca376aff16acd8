import { renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { flushFile, flushFolder } from "../files/flush.ts";
import { verifyCopy } from "./copy-project.ts";
import type { Db } from "./open.ts";
import { type ProjectFacts, readProjectFacts } from "./project-facts.ts";

/**
 * Writes a compact copy of a project that nobody else writes to, opens it, counts, and only then gives it
 * its final name. Blocks until that is done: for the moment before a step that cannot wait.
 */
export function backUp(db: Db, target: string): ProjectFacts {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    const facts = readProjectFacts(db);
    db.prepare("vacuum into ?").run(draft);
    verifyCopy(draft, facts);
    flushFile(draft);
    renameSync(draft, target);
    flushFolder(dirname(target));
    return facts;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
