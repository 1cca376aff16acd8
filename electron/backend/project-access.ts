import { AppError } from "#shared/errors/app-error.ts";
import type { ReadOnlyReason } from "#shared/features/projects/contract.ts";
import { asAppError, type Db, stopWriting } from "./db/open.ts";

/** Whether an open project may be written to, and why not. */
export interface ProjectAccess {
  reason(): ReadOnlyReason | null;
  /** From now on nothing is written; the first reason stays. */
  stop(reason: ReadOnlyReason): void;
  /** Looks at any failure of this project: one that says the disk or the file is broken ends writing. */
  note(error: unknown): void;
}

/**
 * A failure that names a file is about another one, such as a file that was to be opened or brought in;
 * failures of the open project's own statements name none.
 */
function reasonOf(thrown: unknown): ReadOnlyReason | null {
  const error = asAppError(thrown, "");
  if (!(error instanceof AppError)) return null;
  if (error.code === "diskFailed") return "diskFailed";
  const isOwn = (error.params["name"] ?? "") === "";
  return error.code === "fileDamaged" && isOwn ? "damaged" : null;
}

export function createAccess(db: Db, initial: ReadOnlyReason | null): ProjectAccess {
  let current = initial;
  const stop = (reason: ReadOnlyReason) => {
    if (current !== null) return;
    current = reason;
    stopWriting(db);
  };
  return {
    reason: () => current,
    stop,
    note(error) {
      const reason = reasonOf(error);
      if (reason) stop(reason);
    },
  };
}
