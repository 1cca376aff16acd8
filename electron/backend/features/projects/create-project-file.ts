import { existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { migrate } from "../../db/migrate.ts";
import { asAppError, closeToOneFile, openForWriting } from "../../db/open.ts";
import { placeNewFile } from "../../files/place-new-file.ts";
import { newId } from "../../ids.ts";
import { projectQueries } from "./queries.ts";

interface NewProject {
  name: string;
  taskType: TaskType;
}

/**
 * Makes an empty project file; an existing file is never touched. It is written aside, so that a crash
 * leaves no file that carries a project's name and is none.
 */
export function createProjectFile(path: string, project: NewProject): void {
  if (existsSync(path)) throw new AppError("fileExists", { name: basename(path) });
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new AppError("folderNotWritable", { folder: basename(dirname(path)) }, { cause });
  }
  const draft = `${path}.part`;
  try {
    removeDraft(draft);
    writeProject(draft, project);
    placeNewFile(draft, path);
  } catch (error) {
    removeDraft(draft);
    throw asAppError(error, basename(path));
  }
}

function writeProject(draft: string, { name, taskType }: NewProject) {
  const db = openForWriting(draft);
  try {
    migrate(db, draft, () => {});
    projectQueries(db).insert({ name, taskType, id: newId(), createdAtMs: Date.now() });
  } finally {
    closeToOneFile(db);
  }
}

/** Also what a crashed process left: a log beside a new file would be taken for its own. */
function removeDraft(draft: string) {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(draft + ending, { force: true });
}
