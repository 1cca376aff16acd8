import { basename } from "node:path";
import { statSync } from "node:fs";
import { AppError } from "#shared/errors/app-error.ts";
import type { FileGrant } from "#shared/contract/primitives.ts";
import { newId } from "../ids.ts";
import { joinPaths } from "./source-path.ts";

export type GrantKind = "read" | "folder" | "download";
interface Granted {
  path: string;
  kind: GrantKind;
  /** As the user knows the file. */
  name: string;
}

/** Bytes; 0 for a folder, and for what cannot be looked at, which is refused with a reason once it is to be read. */
function sizeOf(path: string): number {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 0 : stats.size;
  } catch {
    return 0;
  }
}

/**
 * The files this user has chosen in this session. Screens hold only ids, so that a screen that was
 * taken over can reach nothing but what the user already handed in.
 */
export function createFileGrants() {
  const granted = new Map<string, Granted>();
  function get(fileId: string, kind: GrantKind): Granted {
    const grant = granted.get(fileId);
    if (!grant || grant.kind !== kind) throw new AppError("grantExpired");
    return grant;
  }
  function add(path: string, kind: GrantKind, name = basename(path)): FileGrant {
    const fileId = newId();
    granted.set(fileId, { path, kind, name });
    const bytes = kind === "folder" ? 0 : sizeOf(path);
    return { fileId, name, bytes };
  }
  return {
    /** Also for a folder whose files are to be read. */
    add,
    /** Several files, at least one, that are to be read as one. */
    addSeveral(paths: readonly string[]): FileGrant {
      const [first = ""] = paths;
      if (paths.length <= 1) return add(first, "read");
      const name = `${basename(first)} + ${paths.length - 1}`;
      const { fileId } = add(joinPaths(paths), "read", name);
      return { fileId, name, bytes: paths.reduce((sum, path) => sum + sizeOf(path), 0) };
    },
    getPath(fileId: string, kind: GrantKind): string {
      return get(fileId, kind).path;
    },
    /** A file, folder or several files to read, with the name under which the user knows it. */
    getFile(fileId: string): { path: string; name: string } {
      const { path, name } = get(fileId, "read");
      return { path, name };
    },
  };
}
export type FileGrants = ReturnType<typeof createFileGrants>;
