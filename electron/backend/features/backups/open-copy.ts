import { constants, mkdirSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ProjectName } from "#shared/features/projects/contract.ts";
import { closeToOneFile, openForWriting } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { createProjectLibrary } from "../projects/library.ts";
import type { StoredBackup } from "./backup-folder.ts";
import { identityQueries } from "./queries.ts";

const MOST_CHARACTERS = ProjectName.maxLength ?? 120;

/**
 * Makes a project of its own out of a backup: another id, so that its backups and those of the first are
 * kept apart, and a name that tells of when it is. Returns the path of the new file.
 */
export async function copyAsNewProject(
  backup: StoredBackup,
  at: { besides: string; library: ReturnType<typeof createProjectLibrary> },
): Promise<string> {
  const day = new Date(backup.record?.madeAtMs ?? 0).toISOString().slice(0, 10);
  const suffix = ` (${day})`;
  const name =
    (backup.record?.projectName ?? "").slice(0, MOST_CHARACTERS - suffix.length) + suffix;
  const path = await copyToFree(backup.path, name, at);
  try {
    const db = openForWriting(path);
    try {
      identityQueries(db).becomeAnother(newId(), name);
    } finally {
      closeToOneFile(db);
    }
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

async function copyToFree(
  source: string,
  name: string,
  { besides, library }: { besides: string; library: ReturnType<typeof createProjectLibrary> },
): Promise<string> {
  try {
    const path = library.freePath(name, besides);
    await copyFile(source, path, constants.COPYFILE_EXCL);
    return path;
  } catch {
    // That folder is gone or cannot be written to.
    const path = library.freePath(name);
    mkdirSync(dirname(path), { recursive: true });
    await copyFile(source, path, constants.COPYFILE_EXCL);
    return path;
  }
}
