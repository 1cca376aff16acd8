import { existsSync, realpathSync } from "node:fs";

/** The path without links; as given when there is nothing. */
export function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** True for one file behind two paths; `origin` is resolved already. */
export const isSameFile = (origin: string, path: string): boolean =>
  origin === path || origin === resolved(path);

/**
 * True when a backup made of the file at `origin` is one of the project at `path`, both of one id: the same
 * file, or one that is not there any more because it was moved. A copy of the file that is still there has
 * a history of its own.
 */
export const isOfThisFile = (origin: string, path: string): boolean =>
  isSameFile(origin, path) || !existsSync(origin);
