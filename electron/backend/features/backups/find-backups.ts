import { AppError } from "#shared/errors/app-error.ts";
import type { Backup } from "#shared/features/backups/contract.ts";
import type { createProjectSlot } from "../../project-slot.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { describeBackup, isTooNew, parseBackupId } from "./describe-backup.ts";
import { isOfThisFile } from "./origin.ts";
import { readIdentity } from "./read-identity.ts";
import type { BackupStore } from "./store.ts";

/** A project file asked about; an upload lies under another name than the one its user knows. */
export interface ProjectFile {
  path: string;
  name: string;
}

/** Finds the backups that belong to a project file, also to one that is damaged or gone. */
export function createBackupFinder(
  store: BackupStore,
  slot: Pick<ReturnType<typeof createProjectSlot>, "current">,
) {
  /** A file that cannot be read is found by where it lies, because its id is inside it. */
  function identify({ path, name }: ProjectFile): { projectIds: string[]; isCertain: boolean } {
    const open = slot.current();
    const own = open?.path === path ? open.project.info().id : readIdentity(path);
    return own === null
      ? { projectIds: store.findByPath(path, name), isCertain: false }
      : { projectIds: [own], isCertain: true };
  }

  /** Throws `notFound` and `fileTooNew`. */
  function get(file: ProjectFile, backupId: string): StoredBackup {
    const { projectId, sequence } = parseBackupId(backupId);
    // An id from a screen reaches only backups of the project that was asked about.
    if (!identify(file).projectIds.includes(projectId))
      throw new AppError("notFound", { thing: "backup" });
    const backup = store.get(projectId, sequence);
    if (isTooNew(backup)) throw new AppError("fileTooNew", { name: file.name });
    return backup;
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

  return {
    get,
    findNext,

    /** Newest first; of a project that is open, or of any other, damaged and missing ones too. */
    listFor(file: ProjectFile): { backups: Backup[]; folder: string } {
      const { projectIds, isCertain } = identify(file);
      const [first] = projectIds;
      return {
        backups: projectIds
          .flatMap((projectId) => store.list(projectId))
          .map((backup) => describeBackup(backup, file.path, isCertain)),
        folder: first === undefined ? store.root : store.folderOf(first),
      };
    },
  };
}
