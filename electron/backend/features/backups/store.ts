import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Db } from "../../db/open.ts";
import { readProjectName } from "../../db/project-facts.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import { openBackupFolder, type StoredBackup } from "./backup-folder.ts";
import type { BackupProgress, BackupTask, BackupTaskResult } from "./backup-task.ts";
import { keepAsFound, makeAtOnce, makeBackup, type NewBackup, thinFolder } from "./make-backup.ts";
import { resolved } from "./origin.ts";
import { listPendingPurge, purgeFolder, type PurgeReport } from "./purge.ts";

const ID = /^[\w-]{1,50}$/;
const never = new AbortController().signal;

const run = (task: BackupTask, options: Pick<NewBackup, "signal" | "onProgress"> = {}) =>
  runWorker<BackupTask, BackupProgress, BackupTaskResult>("keep-backups", {
    input: task,
    signal: options.signal ?? never,
    ...(options.onProgress ? { onMessage: options.onProgress } : {}),
  });

/**
 * All backups of this user: a folder for each project below `root`, named by the project's id, so that a
 * project which was renamed, moved or lost is still found, and two of one name are not mixed up.
 */
export function createBackupStore(root: string) {
  const folderOf = (projectId: string) => {
    if (!ID.test(projectId)) throw new AppError("notFound", { thing: "backup" });
    return openBackupFolder(join(root, projectId), projectId);
  };
  const inTurn = createTurns();

  /** Deletes examples for good from every backup of the project; see purge.ts. */
  const purge = (projectId: string, exampleIds: readonly string[]): Promise<PurgeReport> =>
    inTurn(projectId, () => purgeFolder(folderOf(projectId), exampleIds, run));

  return {
    root,
    folderOf: (projectId: string): string => folderOf(projectId).folder,

    /** Newest first. */
    list: (projectId: string): StoredBackup[] => folderOf(projectId).list(),

    get(projectId: string, sequence: number): StoredBackup {
      const isWanted = (each: StoredBackup) => each.sequence === sequence;
      const found = folderOf(projectId).list().find(isWanted);
      if (!found || found.state === "erased") throw new AppError("notFound", { thing: "backup" });
      return found;
    },

    findByPath: (path: string, name: string): string[] =>
      findByPath({ path, name }, listProjects(root), (projectId) => folderOf(projectId).list()),

    /** Copies, checks, thins. Throws `fileDamaged`, `diskFull`, `cancelled`; then nothing was kept. */
    make: (projectId: string, wanted: NewBackup): Promise<StoredBackup> =>
      inTurn(projectId, async () => {
        const made = await makeBackup(folderOf(projectId), wanted, run);
        thinFolder(folderOf(projectId), wanted.path);
        return made;
      }),

    /** Before an update of the file, which cannot wait: blocks until the copy is checked and on disk. */
    makeBeforeMigration: (db: Db, path: string): StoredBackup =>
      makeAtOnce(folderOf(readProjectName(db).projectId), db, path),

    /** Keeps a file byte for byte that cannot be copied in any better way; nobody may have it open. */
    keepAsFound: (projectId: string, path: string): StoredBackup =>
      keepAsFound(folderOf(projectId), path),

    /** Reads every byte. A copy that turns out damaged is marked, so that it is not offered again. */
    async verify(backup: StoredBackup, signal: AbortSignal = never): Promise<boolean> {
      if (backup.state !== "good") return false;
      const { path, record } = backup;
      const result = await run(
        { kind: "verify", path, sha256: record?.sha256 ?? null },
        { signal },
      );
      if (result.kind === "verified") return true;
      const damage = result.kind === "unsound" ? result.detail : "unknown";
      if (record) folderOf(backup.projectId).saveRecord({ ...record, damage });
      return false;
    },

    purge,

    /** Takes up a purge that a crash or a full disk kept from ending. */
    async finishPurge(projectId: string): Promise<void> {
      if (listPendingPurge(folderOf(projectId)).length > 0) await purge(projectId, []);
    },
  };
}
export type BackupStore = ReturnType<typeof createBackupStore>;

/** One act after the other for each project, so that purging meets no copy that is still being made. */
function createTurns() {
  const turns = new Map<string, Promise<unknown>>();
  return <Result>(projectId: string, act: () => Promise<Result>): Promise<Result> => {
    const result = (turns.get(projectId) ?? Promise.resolve()).then(act);
    turns.set(
      projectId,
      result.catch(() => undefined),
    );
    return result;
  };
}

function listProjects(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).filter((name) => ID.test(name));
}

/**
 * Projects of which a backup was made at this path, or else of a file of this name: for files that cannot
 * say themselves which project they are.
 */
function findByPath(
  { path, name }: { path: string; name: string },
  projectIds: readonly string[],
  list: (projectId: string) => StoredBackup[],
): string[] {
  const target = resolved(path);
  const projects = projectIds.map((projectId) => ({
    projectId,
    origins: list(projectId).flatMap(({ record }) => record?.path ?? []),
  }));
  const exact = projects.filter(({ origins }) => origins.includes(target));
  const isNamesake = (origin: string) => basename(origin) === name;
  const found = exact.length > 0 ? exact : projects.filter((each) => each.origins.some(isNamesake));
  return found.map(({ projectId }) => projectId);
}
