import { copyFileSync, existsSync, readdirSync, realpathSync, statfsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { BackupReason } from "#shared/features/backups/contract.ts";
import { thinOut } from "#shared/features/backups/thin-out.ts";
import { backUp } from "../../db/backup.ts";
import type { Db } from "../../db/open.ts";
import { type ProjectFacts, readProjectName } from "../../db/project-facts.ts";
import { flushFile } from "../../files/flush.ts";
import { hashFile } from "../../files/hash-file.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import { openBackupFolder, type StoredBackup } from "./backup-folder.ts";
import type { BackupProgress, BackupTask, BackupTaskResult } from "./backup-task.ts";
import { listPendingPurge, purgeFolder, type PurgeReport } from "./purge.ts";
import type { BackupRecord } from "./record.ts";

/** Beside the copy itself, so that the system and other programs can still breathe. */
const SPARE_BYTES = 50e6;
const ID = /^[\w-]{1,64}$/;

interface NewBackup {
  /** The project file; it may be open and written to. */
  path: string;
  reason: BackupReason;
  signal?: AbortSignal;
  onProgress?: (progress: BackupProgress) => void;
}

const resolved = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/**
 * All backups of this user: a folder for each project below `root`, named by the project's id, so that a
 * project which was renamed, moved or lost is still found, and two of one name are not mixed up.
 */
export function createBackupStore(root: string) {
  const turns = new Map<string, Promise<unknown>>();
  const never = new AbortController().signal;

  const folderOf = (projectId: string) => {
    if (!ID.test(projectId)) throw new AppError("notFound", { thing: "backup" });
    return openBackupFolder(join(root, projectId), projectId);
  };

  /** One after the other, so that purging meets no copy that is still being made. */
  function inTurn<Result>(projectId: string, act: () => Promise<Result>): Promise<Result> {
    const result = (turns.get(projectId) ?? Promise.resolve()).then(act, act);
    turns.set(
      projectId,
      result.catch(() => undefined),
    );
    return result;
  }

  const run = (task: BackupTask, options: Pick<NewBackup, "signal" | "onProgress"> = {}) =>
    runWorker<BackupTask, BackupProgress, BackupTaskResult>("keep-backups", {
      input: task,
      signal: options.signal ?? never,
      ...(options.onProgress ? { onMessage: options.onProgress } : {}),
    });

  async function make(projectId: string, wanted: NewBackup): Promise<StoredBackup> {
    const folder = folderOf(projectId);
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
      const made = folder.publish({ ...describe(wanted, sequence, facts), sha256, bytes });
      thin(projectId, wanted.path);
      return made;
    } catch (error) {
      folder.dropDraft(sequence);
      throw error;
    }
  }

  /** `current` is the file in use: copies of a file that is gone count as copies of it, because it was moved. */
  function thin(projectId: string, current: string) {
    const folder = folderOf(projectId);
    const own = resolved(current);
    const removed = thinOut(
      folder.list().map(({ sequence, state, bytes, record }) => {
        const origin = record?.path ?? own;
        return {
          sequence,
          state: record === null ? "damaged" : state,
          bytes,
          madeAtMs: record?.madeAtMs ?? 0,
          reason: record?.reason ?? "work",
          line: origin !== own && existsSync(origin) ? origin : own,
        };
      }),
    );
    for (const sequence of removed) folder.remove(sequence);
  }

  return {
    root,
    folderOf: (projectId: string): string => folderOf(projectId).folder,

    /** Newest first. */
    list: (projectId: string): StoredBackup[] => folderOf(projectId).list(),

    get(projectId: string, sequence: number): StoredBackup {
      const found = folderOf(projectId)
        .list()
        .find((each) => each.sequence === sequence && each.state !== "erased");
      if (!found) throw new AppError("notFound", { thing: "backup" });
      return found;
    },

    /** Projects of which a backup was made at this path, or else of a file of this name; for files that cannot be read. */
    findByPath(path: string): string[] {
      const target = resolved(path);
      const projects = listProjects(root).map((projectId) => ({
        projectId,
        origins: folderOf(projectId)
          .list()
          .flatMap(({ record }) => record?.path ?? []),
      }));
      const exact = projects.filter(({ origins }) => origins.includes(target));
      const named = projects.filter(({ origins }) =>
        origins.some((origin) => basename(origin) === basename(target)),
      );
      return (exact.length > 0 ? exact : named).map(({ projectId }) => projectId);
    },

    /** Copies, checks, thins. Throws `fileDamaged`, `diskFull`, `cancelled`; then nothing was kept. */
    make: (projectId: string, wanted: NewBackup): Promise<StoredBackup> =>
      inTurn(projectId, () => make(projectId, wanted)),

    /** Before an update of the file, which cannot wait: blocks until the copy is checked and on disk. */
    makeBeforeMigration(db: Db, path: string): void {
      const folder = folderOf(readProjectName(db).projectId);
      const sequence = folder.reserve();
      try {
        assertRoom(folder.folder, path);
        const facts = backUp(db, folder.at(sequence, "part"));
        const draft = folder.at(sequence, "part");
        const known = describe({ path, reason: "beforeMigration" }, sequence, facts);
        folder.publish({ ...known, sha256: hashFile(draft), bytes: statSync(draft).size });
      } catch (error) {
        folder.dropDraft(sequence);
        throw error;
      }
    },

    /** Keeps a file byte for byte that cannot be copied in any better way; nobody may have it open. */
    keepAsFound(projectId: string, path: string): StoredBackup {
      const folder = folderOf(projectId);
      const sequence = folder.reserve();
      try {
        assertRoom(folder.folder, path);
        const draft = folder.at(sequence, "part");
        copyFileSync(path, draft);
        flushFile(draft);
        const log = `${path}-wal`;
        if (existsSync(log)) copyFileSync(log, `${folder.at(sequence, "tacit")}-wal`);
        const unknown = { schemaVersion: null, examples: null, answered: null, fingerprint: null };
        return folder.publish({
          ...describe({ path, reason: "beforeRestore" }, sequence, {
            projectName: basename(path, ".tacit"),
            ...unknown,
          }),
          bytes: statSync(draft).size,
          sha256: hashFile(draft),
          asFound: true,
        });
      } catch (error) {
        folder.dropDraft(sequence);
        throw error;
      }
    },

    /** Reads every byte. A copy that turns out damaged is marked, so that it is not offered again. */
    async verify(backup: StoredBackup): Promise<boolean> {
      if (backup.state !== "good") return false;
      const { path, record } = backup;
      const result = await run({ kind: "verify", path, sha256: record?.sha256 ?? null });
      if (result.kind === "verified") return true;
      const damage = result.kind === "unsound" ? result.detail : "unknown";
      if (record) folderOf(backup.projectId).saveRecord({ ...record, damage });
      return false;
    },

    /** Deletes examples for good from every backup of the project; see purge.ts. */
    purge: (projectId: string, exampleIds: readonly string[]): Promise<PurgeReport> =>
      inTurn(projectId, () => purgeFolder(folderOf(projectId), exampleIds, run)),

    /** Takes up a purge that a crash or a full disk kept from ending. */
    async finishPurge(projectId: string): Promise<void> {
      if (listPendingPurge(folderOf(projectId)).length > 0) await this.purge(projectId, []);
    },

    /** Resolves when nothing is being written to the project's backups. */
    settled: (projectId: string): Promise<void> => inTurn(projectId, async () => {}),
  };
}
export type BackupStore = ReturnType<typeof createBackupStore>;

function listProjects(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => ID.test(name));
  } catch {
    return [];
  }
}

/** Told before anything is copied: a disk that a backup fills up leaves no room for the next answer. */
function assertRoom(folder: string, path: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < statSync(path).size + SPARE_BYTES) throw new AppError("diskFull");
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
