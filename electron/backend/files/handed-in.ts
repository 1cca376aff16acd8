import { mkdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { FileGrant } from "#shared/contract/primitives.ts";
import { newId } from "../ids.ts";
import type { FileGrants } from "./grants.ts";

/** Where something handed in under `name` is kept until Tacit ends, and the name to show for it. */
export function placeFor(tempDir: string, name: string): { path: string; shownName: string } {
  const folder = join(tempDir, newId());
  mkdirSync(folder, { recursive: true });
  const shownName = basename(name.replaceAll("\\", "/")) || "file";
  return { path: join(folder, `upload${extname(shownName).slice(0, 16)}`), shownName };
}

/** Keeps a text from the clipboard as a file and grants it. */
export function keepText(
  place: { tempDir: string; grants: FileGrants },
  name: string,
  text: string,
): FileGrant {
  const { path, shownName } = placeFor(place.tempDir, name);
  writeFileSync(path, text.toWellFormed(), "utf8");
  return place.grants.add(path, "read", shownName);
}
