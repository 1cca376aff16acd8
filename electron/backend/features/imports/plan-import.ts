import { countsFrom } from "#shared/features/imports/preference-cell.ts";
import type { StartImport } from "#shared/features/imports/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { decideRoles } from "./column-roles.ts";
import type { Inspected, SourceFile } from "./inspector.ts";
import type { MatchTask } from "./matching/matched-rows.ts";
import type { NewImport } from "./queries.ts";
import type { ReadTask } from "./read-rows.worker.ts";

export type ImportOptions = Partial<Omit<StartImport, "fileId">> & {
  /** Leaves every n-th row unanswered; for sample projects. */
  unansweredEvery?: number;
};

/** A file together with how every row of it would be read. */
export interface PlannedImport {
  file: SourceFile;
  found: Inspected;
  task: ReadTask;
}

/** Refuses a mapping that cannot work. */
export function planRows(
  file: SourceFile,
  found: Inspected,
  options: ImportOptions,
  taskType: TaskType,
  again: MatchTask | null,
): ReadTask {
  const { columns, readAs } = found;
  const roles = decideRoles(found, options.mapping ?? [], taskType);
  const split = options.split ?? null;
  const unansweredEvery = options.unansweredEvery ?? 0;
  const preference = roles.indexOf("preference");
  const preferenceCountsFrom = countsFrom(found.rows.map((row) => row[preference] ?? ""));
  const plan = { taskType, columns, roles, split, unansweredEvery, preferenceCountsFrom };
  return { path: file.path, readAs, plan, again };
}

export function toNewImport(importId: string, { file, found, task }: PlannedImport): NewImport {
  const { columns, roles, split } = task.plan;
  return {
    importId,
    fileName: file.name,
    sha256: found.scan.sha256,
    bytes: found.stamp.bytes,
    readAs: JSON.stringify(found.readAs),
    mapping: JSON.stringify({
      columns: columns.map((column, index) => ({ column, role: roles[index] })),
      split,
    }),
    startedAtMs: Date.now(),
  };
}
