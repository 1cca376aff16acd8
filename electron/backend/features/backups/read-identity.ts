import { existsSync } from "node:fs";
import { openForReading } from "../../db/open.ts";
import { readProjectName } from "../../db/project-facts.ts";

/** The id inside a project file that nobody has to have open; null when it cannot be read. */
export function readIdentity(path: string): string | null {
  if (!existsSync(path)) return null;
  try {
    const db = openForReading(path);
    try {
      const { projectId } = readProjectName(db);
      return typeof projectId === "string" && /^[\w-]{1,64}$/.test(projectId) ? projectId : null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
