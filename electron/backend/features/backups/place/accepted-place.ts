import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeAtomically } from "../../../files/write-atomically.ts";

/**
 * The folder in which the user said to leave the project. Kept with the project's backups: it belongs to
 * this computer, and moving the project to another synced folder is worth another warning.
 */
export function acceptedPlace(backupFolder: string) {
  const file = join(backupFolder, "accepted-place.txt");
  return {
    is(folder: string): boolean {
      try {
        return readFileSync(file, "utf8") === folder;
      } catch {
        return false;
      }
    },
    set(folder: string) {
      mkdirSync(backupFolder, { recursive: true });
      writeAtomically(file, folder);
    },
  };
}
