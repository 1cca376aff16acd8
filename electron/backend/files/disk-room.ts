import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { AppError } from "#shared/errors/app-error.ts";

const MEGABYTE = 1_000_000;
const BLOCK = Buffer.alloc(1 << 20, 1);

/** Bytes that this user may still write to the disk that holds `path`; endless where the system does not say. */
export function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** `diskTooSmall`, with how much has to be freed so that `bytes` find room beside `path`. */
export function tooSmall(path: string, bytes: number, cause?: unknown): AppError {
  const megabytes = Math.max(1, Math.ceil((bytes - freeBytes(path)) / MEGABYTE));
  return new AppError("diskTooSmall", { megabytes }, { cause });
}

/** Refuses work that cannot end well before it begins. Throws `diskTooSmall`. */
export function assertRoom(path: string, bytes: number): void {
  if (freeBytes(path) < bytes) throw tooSmall(path, bytes);
}

/**
 * Sets room aside on the disk that holds `path`, so that taking work back stays possible when something
 * fills the disk meanwhile. The file has no name: it goes with the process, however that ends.
 */
export function setRoomAside(path: string, bytes: number): { release(): void } {
  const name = `${path}-reserve`;
  let file: number | null = openSync(name, "w");
  const release = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  try {
    rmSync(name, { force: true });
    for (let left = bytes; left > 0; left -= BLOCK.length)
      writeSync(file, BLOCK, 0, Math.min(left, BLOCK.length));
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}
