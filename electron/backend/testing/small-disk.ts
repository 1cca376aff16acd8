import { spawnSync } from "node:child_process";
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const isRoot = process.getuid?.() === 0;
/** A mount that no other process sees and that goes with the last process inside. */
const NAMESPACE = [
  "--mount",
  "--propagation",
  "private",
  ...(isRoot ? [] : ["--user", "--map-root-user"]),
];
const MOUNT = 'mount -t tmpfs -o size="$2" tmpfs "$1" && cd "$1" && shift 2 && exec "$@"';

const onSmallDisk = (folder: string, bytes: number, command: readonly string[]) =>
  spawnSync("unshare", [...NAMESPACE, "sh", "-c", MOUNT, "sh", folder, String(bytes), ...command], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });

/** Why no small disk can be had here, or null. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== "linux") return "small disks are mounted on Linux only";
  const folder = mkdtempSync(join(tmpdir(), "tacit-disk-"));
  const tried = onSmallDisk(folder, 1 << 20, ["true"]);
  rmSync(folder, { recursive: true, force: true });
  return tried.status === 0 ? null : `mounting is not allowed here: ${tried.stderr.trim()}`;
}

/** Runs a script with a disk of `bytes` as its working folder, and returns the JSON of its last line. */
export function runOnSmallDisk<Facts>(script: string, bytes: number, ...args: string[]): Facts {
  const folder = mkdtempSync(join(tmpdir(), "tacit-disk-"));
  try {
    const command = [process.execPath, script, ...args];
    const { status, stdout, stderr } = onSmallDisk(folder, bytes, command);
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Facts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BLOCK = Buffer.alloc(64 * 1024, 1);

/** Fills the disk that `path` lies on, but for `leaveBytes`, by a file at `path`. */
export function fillDisk(path: string, leaveBytes = 0): void {
  const file = openSync(path, "w");
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(path);
      const room = bavail * bsize - leaveBytes;
      if (room <= 0) break;
      writeSync(file, BLOCK, 0, Math.min(room, BLOCK.length));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
