import { existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { toFileName } from "#shared/features/projects/file-name.ts";
import { asAppError } from "../../db/open.ts";
import { placeNewFile } from "../../files/place-new-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { newId } from "../../ids.ts";

/** Writes a bundle under a name that is still free: "Name.ending", "Name 2.ending", …; returns its path. */
export function placeBundle(
  folder: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
): string {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError("folderNotWritable", { folder: basename(folder) }, { cause });
  }
  const draft = join(folder, `.tacit-draft-${newId()}`);
  try {
    writeAtomically(draft, bytes);
    const stem = toFileName(name);
    for (let number = 1; ; number += 1) {
      const path = join(folder, `${stem}${number === 1 ? "" : ` ${number}`}${ending}`);
      if (existsSync(path)) continue;
      placeNewFile(draft, path);
      return path;
    }
  } catch (error) {
    throw asAppError(error, basename(folder));
  }
}
