import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Handoff, HandoffFile } from "#shared/features/handoffs/contract.ts";
import { formatsFor, type HandoffFormat } from "#shared/features/handoffs/formats.ts";
import type { ManifestFile } from "#shared/features/handoffs/manifest.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import { toFileName } from "#shared/features/projects/file-name.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import type { FileGrants } from "../../files/grants.ts";
import { newId } from "../../ids.ts";
import type { VersionService } from "../versions/service.ts";
import { handoffQueries } from "./queries.ts";
import { writeFiles } from "./write-files.ts";

export interface HandoffDeps {
  grants: FileGrants;
  versions: VersionService;
  projectInfo: () => ProjectInfo;
  /** Where hand-offs go unless the user chose a folder. */
  handoffsDir: string;
  appVersion: string;
}

interface NewHandoff {
  versionId: string;
  format: HandoffFormat;
  folderId?: string | undefined;
}

/** Files that an ML team loads without asking a question; the same version always gives the same bytes. */
export function createHandoffService(db: Db, deps: HandoffDeps) {
  const queries = handoffQueries(db);

  /** Writes everything aside, then lets `place` give the draft its final folder. */
  async function handOver(
    { versionId, format }: Pick<NewHandoff, "versionId" | "format">,
    parent: string,
    place: (draft: string, version: DatasetVersion) => Promise<string>,
  ): Promise<Handoff> {
    const version = deps.versions.get(versionId);
    if (!formatsFor(version.taskType).includes(format))
      throw new AppError("formatDoesNotFit", { formats: formatsFor(version.taskType).join(", ") });
    const draft = await makeDraft(parent);
    try {
      const { files, leftOut } = await writeFiles(draft, {
        version,
        format,
        info: deps.projectInfo(),
        appVersion: deps.appVersion,
        hasOriginals: deps.versions.hasOriginals(version.versionId),
        rowBatches: (split) => deps.versions.rowBatches(version.versionId, split),
      });
      const folder = await place(draft, version);
      // Handing over is reading: a project that may not be written to only does not remember it.
      if (mayWrite(db))
        queries.insert({ handoffId: newId(), versionId, format, folder, createdAtMs: Date.now() });
      return {
        versionNumber: version.number,
        format,
        folder,
        leftOut,
        files: files.map((file) => grantDownload(deps.grants, folder, file)),
      };
    } catch (error) {
      throw asFolderError(error, parent);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  return {
    /** Into a fresh folder of its own, beside what is there already. */
    create({ versionId, format, folderId }: NewHandoff): Promise<Handoff> {
      const parent = folderId ? deps.grants.getPath(folderId, "folder") : deps.handoffsDir;
      return handOver({ versionId, format }, parent, (draft, version) => {
        const stem = `${toFileName(deps.projectInfo().name)} v${version.number} ${format}`;
        return moveToFreeName(draft, parent, stem);
      });
    },
    /** Straight into `folder`, for scripts: files of the same name are replaced, others stay. */
    writeInto(folder: string, handoff: Pick<NewHandoff, "versionId" | "format">): Promise<Handoff> {
      // Inside the folder, because a mounted or lent one may be all that can be written to.
      return handOver(handoff, folder, (draft) => moveFilesInto(draft, folder));
    },
  };
}
export type HandoffService = ReturnType<typeof createHandoffService>;

const grantDownload = (
  grants: FileGrants,
  folder: string,
  { file, rows, bytes, sha256 }: ManifestFile,
): HandoffFile => {
  const { fileId } = grants.add(join(folder, file), "download");
  return { name: file, rows, bytes, sha256, downloadId: fileId };
};

/** A hidden folder beside the final one, so that moving it into place is a single step. */
async function makeDraft(parent: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true });
    const draft = join(parent, `.tacit-draft-${newId()}`);
    await mkdir(draft);
    return draft;
  } catch (error) {
    throw asFolderError(error, parent);
  }
}

/** Gives the draft its name: "<stem>", "<stem> 2", …; what is there already is never touched. */
async function moveToFreeName(draft: string, parent: string, stem: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? stem : `${stem} ${number}`);
    if (existsSync(folder)) continue;
    await rename(draft, folder);
    return folder;
  }
}

/** EEXIST: a file stands where the folder should be; no hand-off ever writes over a file. */
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

/** Moves file by file; each appears whole. */
async function moveFilesInto(draft: string, folder: string): Promise<string> {
  for (const name of await readdir(draft)) await rename(join(draft, name), join(folder, name));
  return folder;
}

function asFolderError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOSPC" || code === "EDQUOT") return new AppError("diskFull", {}, { cause: error });
  if (code !== undefined && NOT_WRITABLE.has(code))
    return new AppError("folderNotWritable", { folder: basename(folder) }, { cause: error });
  return error;
}
