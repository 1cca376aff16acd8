import { existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { migrate } from "../../db/migrate.ts";
import { asAppError, closeToOneFile, openForWriting } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import { projectQueries } from "./queries.ts";

/** Makes an empty project file; an existing file is never touched. */
export function createProjectFile(
  path: string,
  project: { name: string; taskType: TaskType },
): void {
  if (existsSync(path)) throw new AppError("fileExists", { name: basename(path) });
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new AppError("folderNotWritable", { folder: basename(dirname(path)) }, { cause });
  }
  try {
    const db = openForWriting(path);
    try {
      migrate(db, path, () => {});
      projectQueries(db).insert({ ...project, id: newId(), createdAtMs: Date.now() });
    } finally {
      closeToOneFile(db);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw asAppError(error, basename(path));
  }
}
