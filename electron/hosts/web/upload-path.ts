import { extname, join } from "node:path";

const MAX_PARTS = 13;
/** Bytes of one name, below the 255 that most systems allow. */
const MAX_PART_BYTES = 220;
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
  const safe = parts.map((part) => shorten(part.replace(UNSAFE, "_")));
  const isBad = safe.some((part) => part.trim() === "" || part === "." || part === "..");
  return isBad ? null : join(folder, ...safe);
}

/** Cuts a long name before its ending, which tells the kind of file. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_PART_BYTES) return name;
  const ending = extname(name).slice(0, 16);
  const room = MAX_PART_BYTES - Buffer.byteLength(ending);
  const cut = Buffer.from(name).subarray(0, Math.max(0, room)).toString("utf8");
  return `${cut.replace(/\uFFFD+$/, "")}${ending}`;
}
