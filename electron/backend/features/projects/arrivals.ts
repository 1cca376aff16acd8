import { constants, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import { writeCompactCopy } from "../../db/compact-copy.ts";
import { asAppError } from "../../db/open.ts";
import type { FileGrants } from "../../files/grants.ts";
import type { ProjectSession } from "../../session.ts";
import type { ProjectLibrary } from "./library.ts";

interface ArrivalDeps {
  grants: FileGrants;
  library: ProjectLibrary;
  tempDir: string;
  session(): ProjectSession;
  openProject(path: string): Promise<ProjectInfo>;
}

/** Projects that come from somewhere else and get a place of their own here. */
export function createArrivals(deps: ArrivalDeps) {
  const { grants, library, tempDir } = deps;

  return {
    /** An uploaded project moves to the Tacit folder first: what lies in the temporary one does not last. */
    async openGranted(fileId: string): Promise<ProjectInfo> {
      const { path, name } = grants.getFile(fileId);
      if (!path.startsWith(tempDir + sep)) return deps.openProject(path);
      const kept = library.freePath(basename(name, ".tacit"));
      mkdirSync(dirname(kept), { recursive: true });
      // Outside the try: a file that came in between is not ours to take away.
      copyUpload(path, kept, name);
      try {
        return await deps.openProject(kept);
      } catch (error) {
        rmSync(kept, { force: true });
        throw named(error, name);
      }
    },

    /** A whole and compact copy of what can be read, in a place of the user's own. */
    async saveCopy(folderId?: string): Promise<ProjectInfo> {
      const { db, path, project } = deps.session();
      const folder = folderId ? grants.getPath(folderId, "folder") : undefined;
      const target = library.freePath(project.info().name, folder);
      try {
        mkdirSync(dirname(target), { recursive: true });
        writeCompactCopy(db.name, target);
      } catch (error) {
        throw asAppError(error, basename(path));
      }
      return deps.openProject(target);
    },
  };
}

function copyUpload(path: string, kept: string, name: string): void {
  try {
    copyFileSync(path, kept, constants.COPYFILE_EXCL);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new AppError("fileExists", { name: basename(kept) }, { cause });
    if (code === "ENOENT") throw new AppError("fileMissing", { name }, { cause });
    throw asAppError(cause, name);
  }
}

/** The user knows the file by the name it was chosen under, not by the one that was free here. */
function named(error: unknown, name: string): unknown {
  if (!(error instanceof AppError) || error.params["name"] === undefined) return error;
  return new AppError(error.code, { ...error.params, name }, { cause: error });
}
