import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Ways in which a folder really does not let itself be written to; `null` where this computer does not allow the way. */
export interface ReadOnlyPlace {
  /** Runs `act` while nothing in the folder can be changed. */
  during<Result>(act: () => Promise<Result>): Promise<Result>;
}

/** The file system itself is mounted read-only over the folder, as a write-protected stick or a share is. */
export function mountReadOnly(folder: string): ReadOnlyPlace | null {
  try {
    execFileSync("mount", ["--bind", folder, folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  execFileSync("mount", ["-o", "remount,bind,ro", folder], { stdio: "ignore" });
  return {
    async during(act) {
      try {
        return await act();
      } finally {
        execFileSync("umount", ["-l", folder], { stdio: "ignore" });
      }
    },
  };
}

/** Nobody, by number: a user to whom nothing here belongs. */
const NOBODY = 65_534;

/** The files belong to somebody else; a test that runs as root becomes nobody for a while. */
export function asAnotherUser(folder: string, ownFolders: readonly string[]): ReadOnlyPlace | null {
  if (!process.seteuid || !process.getuid) return null;
  const isRoot = process.getuid() === 0;
  for (const own of ownFolders) {
    mkdirSync(own, { recursive: true });
    chmodSync(own, 0o777);
    for (const name of readdirSync(own)) chmodSync(join(own, name), 0o777);
  }
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  return {
    async during(act) {
      if (isRoot) process.seteuid?.(NOBODY);
      try {
        return await act();
      } finally {
        if (isRoot) process.seteuid?.(0);
        chmodSync(folder, 0o755);
      }
    },
  };
}
