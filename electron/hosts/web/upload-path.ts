import { join } from "node:path";

const MAX_PARTS = 13;
const MAX_PART_CHARACTERS = 200;
/** What no part of a path may hold on one system or another. */
// oxlint-disable-next-line no-control-regex -- control characters are just what is looked for
const UNSAFE = /[<>:"|?*\\\u0000-\u001F]/g;

/**
 * Where a file of an uploaded folder is put, below `folder`; null for a path that leads out of it. The
 * names stay as they are as far as every system can have them.
 */
export function placeUpload(folder: string, relativePath: string): string | null {
  const parts = relativePath.replaceAll("\\", "/").split("/");
  if (parts.length > MAX_PARTS) return null;
  const safe = parts.map((part) => part.replace(UNSAFE, "_").slice(0, MAX_PART_CHARACTERS));
  const isBad = safe.some((part) => part.trim() === "" || part === "." || part === "..");
  return isBad ? null : join(folder, ...safe);
}
