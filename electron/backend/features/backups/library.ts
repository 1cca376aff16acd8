import { basename, dirname, sep } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Backup, ClosedProject, RestoreOutcome } from "#shared/features/backups/contract.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { FileGrants } from "../../files/grants.ts";
import type { createProjectSlot } from "../../project-slot.ts";
import type { createProjectLibrary } from "../projects/library.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { backupIdOf, describeBackup } from "./describe-backup.ts";
import { createBackupFinder, type ProjectFile } from "./find-backups.ts";
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
  /** Where uploaded files are until the program ends. */
  tempDir: string;
  /** Where a project may move to be safe, in order of preference. */
  safeFolders: readonly string[];
}

/** Backups of projects that are open or not: listing, restoring, opening a copy, moving to safety. */
export function createBackupLibrary(deps: LibraryDeps) {
  const { store, slot, library, grants, tempDir, safeFolders } = deps;
  function fileOf(of: ClosedProject | undefined): ProjectFile {
    if (of && "fileId" in of) return grants.getFile(of.fileId);
    const path = of ? library.getPath(of.recentId) : slot.session().path;
    return { path, name: basename(path) };
  }

  const finder = createBackupFinder(store, slot);

  /** Its rows would be gone without a word; cancelling it is the user's to decide. */
  function assertNoImport() {
    const jobs = slot.current()?.jobs.list(true) ?? [];
    if (jobs.some(({ kind }) => kind === "import")) throw new AppError("importRunning");
  }

  /** What was uploaded lies in a folder that does not last; what it is restored to goes to the Tacit folder. */
  const lastingPath = ({ path, name }: ProjectFile): string =>
    path.startsWith(tempDir + sep) ? library.freePath(basename(name, ".tacit")) : path;

  return {
    listFor: (file: ProjectFile) => finder.listFor(file),

    fileOf,

    /** Backs up a project without opening it, so also one that another Tacit has open. */
    async makeFor(path: string): Promise<Backup> {
      const projectId = readIdentity(path);
      if (projectId === null) throw new AppError("notATacitFile", { name: basename(path) });
      return describeBackup(await store.make(projectId, { path, reason: "manual" }), path);
    },

    /**
     * Puts a backup in the place of the project and opens it. What was there is kept as a backup
     * first. A damaged backup is marked and changes nothing.
     */
    async restore(file: ProjectFile, backupId: string): Promise<RestoreOutcome> {
      const backup = finder.get(file, backupId);
      if (!(await store.verify(backup)))
        return { outcome: "damaged", next: finder.findNext(file.path, backup) };
      assertNoImport();
      let kept: StoredBackup | null = null;
      const project = await slot.exchange(async () => {
        const exchange = await replaceProject({ path: lastingPath(file), backup, store });
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
      file: ProjectFile,
      backupId: string,
    ): Promise<
      { outcome: "opened"; project: ProjectInfo } | Extract<RestoreOutcome, { outcome: "damaged" }>
    > {
      const backup = finder.get(file, backupId);
      if (!(await store.verify(backup)))
        return { outcome: "damaged", next: finder.findNext(file.path, backup) };
      const copy = await copyAsNewProject(backup, { besides: dirname(lastingPath(file)), library });
      return { outcome: "opened", project: await slot.open(copy) };
    },

    /** Moves the open project to a folder of this computer that nobody syncs, and opens it there. */
    async moveToSafePlace(options: { leaveCopy: boolean }): Promise<ProjectInfo> {
      const { path } = slot.session();
      assertNoImport();
      const folder = await findSafe(safeFolders);
      const info = await slot.exchange(() => moveProject(path, { folder, library, ...options }));
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
