import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Db } from "#backend/db/open.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { type Finding, finding } from "./scenario.ts";

export type Opened = ReturnType<typeof openTestBackend>;

/** Opens the project at `path` through the whole backend; settings and hand-offs lie beside it. */
export async function openProjectAt(path: string): Promise<Opened> {
  const opened = openTestBackend(dirname(path));
  const { fileId } = opened.backend.grants.add(path, "read");
  try {
    await opened.client.projects.open({ fileId });
  } catch (error) {
    await opened.backend.close();
    throw error;
  }
  return opened;
}

/** Gives a try a folder of its own with a copy of the project at `base`. */
export function copyInto(folder: string, base: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "Project.tacit");
  copyFileSync(base, path);
  return path;
}

/** Opens what a kill left, lets `look` have its say, verifies, closes, and looks for what lies about. */
export async function inspectProject(
  path: string,
  look: (opened: Opened) => Promise<Finding[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const opened = await openProjectAt(path);
    try {
      findings.push(...(await look(opened)));
      const report = await opened.client.projects.verify();
      for (const { problem, detail } of report.problems)
        findings.push(finding("unsoundFile", `${problem}: ${detail}`));
    } finally {
      await opened.backend.close();
    }
  } catch (error) {
    findings.push(finding("unsoundFile", `${basename(path)} does not open: ${describe(error)}`));
  }
  for (const ending of ["-wal", "-shm", "-lock", "-journal"])
    if (existsSync(path + ending))
      findings.push(finding("unsoundFile", `${basename(path)}${ending} is left after closing`));
  return findings;
}

const describe = (error: unknown): string => {
  const data = (error as { data?: unknown } | null)?.data;
  return data === undefined ? String(error) : JSON.stringify(data);
};

/** Everything that actions change and undo takes back, as one short text. */
export function stateDigest(db: Db): string {
  const hash = createHash("sha256");
  for (const sql of [
    `select id, status, flagged, annotation_id, label_id, unreviewed, removed_at_ms, split, annotator_id,
       answered_at_ms from example order by id`,
    "select id, public_id, name, description, colour, shortcut, position, removed_at_ms from label order by id",
    "select name, task_type, description, licence, attribution, system_prompt, guideline_id from project",
  ])
    for (const row of db.prepare<[], unknown[]>(sql).raw().iterate())
      hash.update(JSON.stringify(row));
  return hash.digest("hex").slice(0, 16);
}

/** Rows of one table, for counts that no screen shows. */
export const countRows = (db: Db, table: string): number =>
  db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;

/** Names of files below `folder`, however deep. */
export const listFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
