import { copyFileSync, existsSync, statfsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { BackupReason } from "#shared/features/backups/contract.ts";
import { thinOut } from "#shared/features/backups/thin-out.ts";
import { backUp } from "../../db/backup.ts";
import type { Db } from "../../db/open.ts";
import type { ProjectFacts } from "../../db/project-facts.ts";
import { flushFile } from "../../files/flush.ts";
import { hashFile } from "../../files/hash-file.ts";
import type { BackupFolder, StoredBackup } from "./backup-folder.ts";
import type { BackupProgress, BackupTask, BackupTaskResult } from "./backup-task.ts";
import { isOfThisFile, resolved } from "./origin.ts";
import type { BackupRecord } from "./record.ts";

/** Beside the copy itself, so that the system and other programs can still breathe. */
const SPARE_BYTES = 50e6;

export interface NewBackup {
  /** The project file; it may be open and written to. */
  path: string;
  reason: BackupReason;
  signal?: AbortSignal;
  onProgress?: (progress: BackupProgress) => void;
}

/** Copies and checks in a worker thread; the copy gets its name once it is known to be good. */
export async function makeBackup(
  folder: BackupFolder,
  wanted: NewBackup,
  run: (task: BackupTask, options: NewBackup) => Promise<BackupTaskResult>,
): Promise<StoredBackup> {
  folder.clearLeftovers();
  const sequence = folder.reserve();
  try {
    assertRoom(folder.folder, wanted.path);
    const draft = folder.at(sequence, "part");
    const fileName = basename(wanted.path);
    const result = await run({ kind: "make", path: wanted.path, draft, fileName }, wanted);
    if (result.kind === "unsound") throw new AppError("fileDamaged", { name: fileName });
    if (result.kind !== "made") throw new Error(`the worker answered ${result.kind}`);
    const { facts, sha256, bytes } = result;
    return folder.publish({ ...describe(wanted, sequence, facts), sha256, bytes });
  } catch (error) {
    folder.dropDraft(sequence);
    throw error;
  }
}

/** The same on this thread, for the moment before a step that cannot wait. */
export function makeAtOnce(folder: BackupFolder, db: Db, path: string): StoredBackup {
  const sequence = folder.reserve();
  try {
    assertRoom(folder.folder, path);
    const draft = folder.at(sequence, "part");
    const facts = backUp(db, draft);
    const known = describe({ path, reason: "beforeMigration" }, sequence, facts);
    return folder.publish({ ...known, sha256: hashFile(draft), bytes: statSync(draft).size });
  } catch (error) {
    folder.dropDraft(sequence);
    throw error;
  }
}

/** A file that is damaged cannot be checked; its bytes, and those of its log, are kept as they are. */
export function keepAsFound(folder: BackupFolder, path: string): StoredBackup {
  const sequence = folder.reserve();
  try {
    assertRoom(folder.folder, path);
    const draft = folder.at(sequence, "part");
    copyFileSync(path, draft);
    flushFile(draft);
    const log = `${path}-wal`;
    if (existsSync(log)) copyFileSync(log, `${folder.at(sequence, "tacit")}-wal`);
    const unknown = { schemaVersion: null, examples: null, answered: null, fingerprint: null };
    const projectName = basename(path, ".tacit");
    return folder.publish({
      ...describe({ path, reason: "beforeRestore" }, sequence, { projectName, ...unknown }),
      bytes: statSync(draft).size,
      sha256: hashFile(draft),
      asFound: true,
    });
  } catch (error) {
    folder.dropDraft(sequence);
    throw error;
  }
}

/** Removes what the rule of thin-out.ts does not keep; `path` is the file in use. */
export function thinFolder(folder: BackupFolder, path: string): void {
  const own = resolved(path);
  const removed = thinOut(
    folder.list().map(({ sequence, state, bytes, record }) => {
      const origin = record?.path ?? own;
      return {
        sequence,
        // Without its record nobody knows whether a copy is what it should be.
        state: record === null ? "damaged" : state,
        bytes,
        madeAtMs: record?.madeAtMs ?? 0,
        reason: record?.reason ?? "work",
        line: isOfThisFile(origin, own) ? own : origin,
      };
    }),
  );
  for (const sequence of removed) folder.remove(sequence);
}

/** Told before anything is copied: a disk that a backup fills up leaves no room for the next answer. */
function assertRoom(folder: string, path: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (bavail * bsize < statSync(path).size + log + SPARE_BYTES) throw new AppError("diskFull");
}

type Known = Pick<ProjectFacts, "projectName"> & {
  [Key in "schemaVersion" | "examples" | "answered" | "fingerprint"]: ProjectFacts[Key] | null;
};

function describe(
  { path, reason }: Pick<NewBackup, "path" | "reason">,
  sequence: number,
  { projectName, schemaVersion, examples, answered, fingerprint }: Known,
): Omit<BackupRecord, "sha256" | "bytes"> {
  return {
    sequence,
    madeAtMs: Date.now(),
    reason,
    path: resolved(path),
    projectName,
    schemaVersion,
    examples,
    answered,
    fingerprint,
    asFound: false,
    damage: null,
    purgedExamples: 0,
    erased: false,
  };
}
