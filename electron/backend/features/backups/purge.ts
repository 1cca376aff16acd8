import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { flushFolder } from "../../files/flush.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import type { BackupFolder, StoredBackup } from "./backup-folder.ts";
import type { BackupTask, BackupTaskResult } from "./backup-task.ts";

export interface PurgeReport {
  /** Backups from which the examples were removed. */
  purged: number;
  /** Backups that had to be deleted, because they could not be opened to remove them. */
  erased: number;
}

type Run = (task: BackupTask) => Promise<BackupTaskResult>;

/** The ids still to be purged; an id says nothing about its example. Outlives a crash and a full disk. */
const pendingAt = (folder: BackupFolder) => join(folder.folder, "purge.json");

/** Ids whose purge was begun and not finished. */
export function listPendingPurge(folder: BackupFolder): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(pendingAt(folder), "utf8")));
  } catch {
    return [];
  }
}

/**
 * Takes examples out of every backup in the folder: each is copied without them, checked, and put in its
 * own place. A damaged one cannot be purged and is deleted, with a record that says so; so are drafts of a
 * crash. Throws when the disk or the system fails; what is left is then taken up at the next purge or the
 * next opening of the project.
 */
export async function purgeFolder(
  folder: BackupFolder,
  exampleIds: readonly string[],
  run: Run,
): Promise<PurgeReport> {
  const report: PurgeReport = { purged: 0, erased: 0 };
  folder.dropAllDrafts();
  const backups = folder.list().filter(({ state }) => state !== "erased");
  if (backups.length === 0) return report;
  const ids = [...new Set([...listPendingPurge(folder), ...exampleIds])];
  writeAtomically(pendingAt(folder), JSON.stringify(ids));
  for (const backup of backups) {
    const isClean = await purgeOne(folder, backup, ids, run);
    if (!isClean) erase(folder, backup);
    report[isClean ? "purged" : "erased"] += 1;
  }
  rmSync(pendingAt(folder));
  flushFolder(folder.folder);
  return report;
}

async function purgeOne(
  folder: BackupFolder,
  { sequence, path, record }: StoredBackup,
  exampleIds: string[],
  run: Run,
): Promise<boolean> {
  if (!record || record.asFound || record.damage) return false;
  const draft = folder.at(sequence, "part");
  try {
    const working = folder.at(sequence, "work");
    const result = await run({ kind: "purge", path, working, draft, exampleIds });
    if (result.kind !== "purged") return false;
    const { facts, sha256, bytes, examples } = result;
    const purgedExamples = record.purgedExamples + examples;
    const counts = { examples: facts.examples, answered: facts.answered, purgedExamples };
    renameSync(draft, path);
    folder.saveRecord({ ...record, ...counts, sha256, bytes });
    flushFolder(folder.folder);
    return true;
  } finally {
    folder.dropDraft(sequence);
  }
}

function erase(folder: BackupFolder, { sequence, record }: StoredBackup) {
  folder.remove(sequence);
  if (record)
    folder.saveRecord({ ...record, bytes: 0, sha256: null, fingerprint: null, erased: true });
}
