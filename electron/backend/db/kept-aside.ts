import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const folderOf = (path: string) => join(dirname(path), ".tacit-backups");
const stemOf = (path: string) => `${basename(path, ".tacit")}-damaged-`;

/** Where the next damaged state of a project is kept, beside those before it. */
export function placeForDamaged(path: string): string {
  const folder = folderOf(path);
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const kept = join(folder, `${stemOf(path)}${number}.tacit`);
    if (!existsSync(kept)) return kept;
  }
}

/** Takes away every damaged state and every log of another time that was kept beside a project. */
export function removeKeptAside(path: string): void {
  const remove = (folder: string, isOurs: (name: string) => boolean) => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) if (isOurs(name)) rmSync(join(folder, name));
  };
  remove(folderOf(path), (name) => name.startsWith(stemOf(path)));
  const file = basename(path);
  remove(dirname(path), (name) =>
    ["-wal", "-shm", "-journal"].some((log) => name.startsWith(`${file}${log}.set-aside-`)),
  );
}
