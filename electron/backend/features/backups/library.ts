import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Backup, ClosedProject, RestoreOutcome } from "#shared/features/backups/contract.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { FileGrants } from "../../files/grants.ts";
import type { createProjectSlot } from "../../project-slot.ts";
import type { createProjectLibrary } from "../projects/library.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { backupIdOf, describeBackup, isTooNew, parseBackupId } from "./describe-backup.ts";
import { isOfThisFile } from "./origin.ts";
import { copyAsNewProject } from "./open-copy.ts";
import { findUnsafePlaceOf } from "./place/look-around.ts";
import { moveProject } from "./place/move-project.ts";
import { readIdentity } from "./read-identity.ts";
import { replaceProject } from "./replace-project.ts";
import type { BackupStore } from "./store.ts";

interface LibraryDeps {
  store: BackupStore;
  slot: ReturnType<typeof createProjectSlot>;
  library: ReturnType<typeof createProjectLibrary>;
  grants: FileGrants;
  /** Where a project may move to be safe, in order of preference. */
  safeFolders: readonly string[];
}

/** Backups of projects that are open or not: listing, restoring, opening a copy, moving to safety. */
export function createBackupLibrary({ store, slot, library, grants, safeFolders }: LibraryDeps) {
  const pathOf = (of: ClosedProject | undefined): string => {
    if (!of) return slot.session().path;
    return "recentId" in of ? library.getPath(of.recentId) : grants.getFile(of.fileId).path;
  };

  /** A file that cannot be read is found by where it lies, because its id is inside it. */
  function identify(path: string): { projectIds: string[]; isCertain: boolean } {
    const open = slot.current();
    const own = open?.path === path ? open.project.info().id : readIdentity(path);
    return own === null
      ? { projectIds: store.findByPath(path), isCertain: false }
      : { projectIds: [own], isCertain: true };
  }

  function find(path: string, backupId: string): StoredBackup {
    const { projectId, sequence } = parseBackupId(backupId);
    // An id from a screen reaches only backups of the project that was asked about.
    if (!identify(path).projectIds.includes(projectId))
      throw new AppError("notFound", { thing: "backup" });
    const backup = store.get(projectId, sequence);
    if (isTooNew(backup)) throw new AppError("fileTooNew", { name: basename(path) });
    return backup;
  }

  /** Its rows would be gone without a word; cancelling it is the user's to decide. */
  function assertNoImport() {
    if (
      slot
        .current()
        ?.jobs.list(true)
        .some(({ kind }) => kind === "import")
    )
      throw new AppError("importRunning");
  }

  /** The newest one older than `than` that looks good; of this file, if there is one. */
  function findNext(path: string, than: StoredBackup): Backup | null {
    const older = store
      .list(than.projectId)
      .filter((each) => each.state === "good" && !isTooNew(each) && each.sequence < than.sequence);
    const own = older.find(({ record }) => record && isOfThisFile(record.path, path));
    const next = own ?? older[0];
    return next ? describeBackup(next, path) : null;
  }

  const isUsable = async (backup: StoredBackup): Promise<boolean> =>
    // What was damaged when it was kept is given back as it was, if that is what the user wants.
    backup.state === "asFound" || (await store.verify(backup));

  return {
    /** Newest first; of a project that is open, or of any other, damaged and missing ones too. */
    listFor(path: string): { backups: Backup[]; folder: string } {
      const { projectIds, isCertain } = identify(path);
      const [first] = projectIds;
      return {
        backups: projectIds
          .flatMap((projectId) => store.list(projectId))
          .map((backup) => describeBackup(backup, path, isCertain)),
        folder: first === undefined ? store.root : store.folderOf(first),
      };
    },

    pathOf,

    /**
     * Puts a backup in the place of the project at `path` and opens it. What was there is kept as a backup
     * first. A damaged backup is marked and changes nothing.
     */
    async restore(path: string, backupId: string): Promise<RestoreOutcome> {
      const backup = find(path, backupId);
      if (!(await isUsable(backup))) return { outcome: "damaged", next: findNext(path, backup) };
      assertNoImport();
      let kept: StoredBackup | null = null;
      const project = await slot.exchange(async () => {
        const exchange = await replaceProject({ path, backup, store });
        kept = exchange.kept;
        return exchange;
      });
      return {
        outcome: "restored",
        project,
        keptBackupId: kept === null ? null : backupIdOf(kept),
      };
    },

    /** Opens a backup as another project, in the folder of the one it was made of or in the Tacit folder. */
    async openCopy(
      path: string,
      backupId: string,
    ): Promise<
      { outcome: "opened"; project: ProjectInfo } | Extract<RestoreOutcome, { outcome: "damaged" }>
    > {
      const backup = find(path, backupId);
      if (backup.state !== "good" || !(await store.verify(backup)))
        return { outcome: "damaged", next: findNext(path, backup) };
      const copy = copyAsNewProject(backup, { besides: dirname(path), library });
      return { outcome: "opened", project: await slot.open(copy) };
    },

    /** Moves the open project to a folder of this computer that nobody syncs, and opens it there. */
    async moveToSafePlace(options: { leaveCopy: boolean }): Promise<ProjectInfo> {
      const { path } = slot.session();
      assertNoImport();
      const folder = await findSafe(safeFolders);
      const info = await slot.exchange(async () =>
        moveProject(path, { folder, library, ...options }),
      );
      library.forgetPath(path);
      return info;
    },
  };
}
export type BackupLibrary = ReturnType<typeof createBackupLibrary>;

async function findSafe(folders: readonly string[]): Promise<string> {
  for (const folder of folders) if ((await findUnsafePlaceOf(folder)) === null) return folder;
  throw new AppError("noSafePlace");
}
