import { constants, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { lockProject } from "../../../db/lock.ts";
import { flushFile, flushFolder } from "../../../files/flush.ts";
import { readHash } from "../../../files/hash-file.ts";
import type { Exchange } from "../../../project-slot.ts";
import type { createProjectLibrary } from "../../projects/library.ts";

/**
 * Moves a closed project to another folder, across drives too: copied, read again, and only then taken away
 * where it was. With `leaveCopy` the old file stays under a name that says what it is.
 */
export async function moveProject(
  path: string,
  to: {
    folder: string;
    library: ReturnType<typeof createProjectLibrary>;
    leaveCopy: boolean;
  },
): Promise<Exchange> {
  const source = realpathSync(path);
  const lock = await lockProject(source, basename(source));
  try {
    mkdirSync(to.folder, { recursive: true });
    // A log that could not be folded in holds answers that the file alone does not.
    if (existsSync(`${source}-wal`)) throw new AppError("fileLocked", { name: basename(source) });
    const target = to.library.freePath(basename(source, ".tacit"), to.folder);
    await copyFile(source, target, constants.COPYFILE_EXCL);
    try {
      flushFile(target);
      if ((await readHash(target)) !== (await readHash(source)))
        throw new AppError("fileChanged", { name: basename(source) });
      flushFolder(to.folder);
    } catch (error) {
      rmSync(target, { force: true });
      throw error;
    }
    const left = to.leaveCopy ? exportName(source) : `${source}.moved`;
    renameSync(source, left);
    return {
      path: target,
      takeBack() {
        renameSync(left, source);
        rmSync(target, { force: true });
      },
      settle() {
        if (!to.leaveCopy) tryToRemove(left);
      },
    };
  } finally {
    lock?.release();
  }
}

/** The project is safe in its new place; a drive that was pulled out meanwhile must not undo that. */
function tryToRemove(path: string) {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays under a name that nothing opens.
  }
}

function exportName(source: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const stem = basename(source, ".tacit");
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` ${number}`;
    const path = join(dirname(source), `${stem} – copy of ${day}${suffix}.tacit`);
    if (!existsSync(path)) return path;
  }
}
