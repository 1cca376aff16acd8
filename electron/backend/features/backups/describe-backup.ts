import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Backup } from "#shared/features/backups/contract.ts";
import { migrations } from "../../db/migrations/index.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { isOfThisFile, isSameFile } from "./origin.ts";

const newestSchema = () => migrations.at(-1)?.version ?? 0;

export const backupIdOf = ({ projectId, sequence }: StoredBackup): string =>
  `${projectId}.${sequence}`;

/** The project and the number that a backup's id is made of. Throws `notFound`. */
export function parseBackupId(backupId: string): { projectId: string; sequence: number } {
  const match = /^([\w-]{1,50})\.(\d{1,12})$/.exec(backupId);
  if (!match?.[1]) throw new AppError("notFound", { thing: "backup" });
  return { projectId: match[1], sequence: Number(match[2]) };
}

export const isTooNew = ({ record }: StoredBackup): boolean =>
  (record?.schemaVersion ?? 0) > newestSchema();

/**
 * A backup as screens show it; `path` is the project asked about. Where only the name of a file tells that
 * it is the same project, `isCertain` is false.
 */
export function describeBackup(backup: StoredBackup, path: string, isCertain = true): Backup {
  const { record, sequence, bytes, state } = backup;
  return {
    backupId: backupIdOf(backup),
    sequence,
    bytes,
    state,
    madeAtMs: Math.round(record?.madeAtMs ?? 0),
    reason: record?.reason ?? "work",
    examples: record?.examples ?? null,
    answered: record?.answered ?? null,
    projectName: record?.projectName ?? "",
    fileName: basename(record?.path ?? path),
    folder: dirname(record?.path ?? path),
    otherFile: record !== null && !(isCertain ? isOfThisFile : isSameFile)(record.path, path),
    tooNew: isTooNew(backup),
    purgedExamples: record?.purgedExamples ?? 0,
  };
}
