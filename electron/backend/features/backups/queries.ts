import type { Db } from "../../db/open.ts";

/** How much this connection has changed since it was opened; a difference means that something did. */
export function changeQueries(db: Db) {
  const total = db.prepare<[], number>("select total_changes()").pluck();
  return { total: () => total.get() as number };
}

/** For a copy that begins a life of its own; `db` is the copy. */
export function identityQueries(db: Db) {
  const rename = db.prepare("update project set public_id = ?, name = ?");
  return { becomeAnother: (projectId: string, name: string) => void rename.run(projectId, name) };
}
