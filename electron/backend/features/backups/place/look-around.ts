import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  findUnsafePlace,
  type Place,
  type PlaceProbes,
  type SyncService,
} from "#shared/features/backups/place.ts";

const run = promisify(execFile);
/** A computer that is slow to answer must not keep a project from opening. */
const ASK_MS = 3000;
/** A root further up than this is not looked for. */
const MOST_LEVELS = 12;

/** Looks at a folder and at what this computer says about its drives; null for a safe place. */
export async function findUnsafePlaceOf(folder: string): Promise<Place | null> {
  return findUnsafePlace(await lookAround(folder));
}

async function lookAround(folder: string): Promise<PlaceProbes> {
  const { platform } = process;
  const known = platform === "darwin" || platform === "win32" ? platform : "linux";
  const home = homedir();
  const at = resolved(folder);
  return {
    platform: known,
    folder: at,
    home,
    declaredRoots: listDeclaredRoots(home),
    markers: listMarkers(at, home),
    mounts: known === "linux" ? readLinuxMounts() : known === "darwin" ? await askMac() : [],
    iCloudHoldsDocuments:
      known === "darwin" &&
      existsSync(join(home, "Library/Mobile Documents/com~apple~CloudDocs/Documents")),
    networkDrives: known === "win32" ? await askWindows() : [],
  };
}

function resolved(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** What sync programs say themselves, in the environment and in their settings. */
function listDeclaredRoots(home: string): PlaceProbes["declaredRoots"] {
  const { env } = process;
  const oneDrive = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"].map((name) => env[name]);
  const dropbox = [env["APPDATA"], env["LOCALAPPDATA"]]
    .map((folder) => folder && join(folder, "Dropbox", "info.json"))
    .concat(join(home, ".dropbox", "info.json"))
    .flatMap((path) => (path ? readDropboxRoots(path) : []));
  const declared = (service: SyncService, paths: (string | undefined)[]) =>
    paths.flatMap((path) => (path ? [{ service, path }] : []));
  return [...declared("oneDrive", oneDrive), ...declared("dropbox", dropbox)];
}

function readDropboxRoots(path: string): string[] {
  try {
    const accounts = JSON.parse(readFileSync(path, "utf8")) as Record<string, { path?: unknown }>;
    return Object.values(accounts).flatMap((account) =>
      typeof account?.path === "string" ? [account.path] : [],
    );
  } catch {
    return [];
  }
}

/** Hidden names of the folder and of those above it, as far as the home folder or the drive. */
function listMarkers(folder: string, home: string): string[] {
  const names: string[] = [];
  let at = folder;
  for (let level = 0; level < MOST_LEVELS && at !== home; level += 1) {
    names.push(...listHidden(at));
    const parent = dirname(at);
    if (parent === at) break;
    at = parent;
  }
  return names;
}

function listHidden(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[._]|^desktop\.gdrive$/i.test(name));
  } catch {
    return [];
  }
}

/** Spaces and the like are written as three octal digits. */
const unescaped = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );

function readLinuxMounts(): PlaceProbes["mounts"] {
  try {
    return parseLinuxMounts(readFileSync("/proc/mounts", "utf8"));
  } catch {
    return [];
  }
}

/** Lines of /proc/mounts: what, where, type, options. */
export const parseLinuxMounts = (text: string): PlaceProbes["mounts"] =>
  text.split("\n").flatMap((line) => {
    const [, path, type] = line.split(" ");
    return path && type ? [{ path: unescaped(path), type }] : [];
  });

/** Lines of macOS's `mount`: "//anna@server/share on /Volumes/share (smbfs, nodev)". */
export const parseMacMounts = (text: string): PlaceProbes["mounts"] =>
  text.split("\n").flatMap((line) => {
    const match = /^.+ on (.+) \((\w+)/.exec(line);
    return match?.[1] && match[2] ? [{ path: match[1], type: match[2] }] : [];
  });

async function askMac(): Promise<PlaceProbes["mounts"]> {
  try {
    return parseMacMounts((await run("/sbin/mount", [], { timeout: ASK_MS })).stdout);
  } catch {
    return [];
  }
}

/** Lines of `net use` name the letter of each network drive. */
export const parseNetUse = (text: string): string[] =>
  text.split("\n").flatMap((line) => /\s([A-Z]:)\s+\\\\/.exec(line)?.[1] ?? []);

async function askWindows(): Promise<string[]> {
  try {
    const tool = join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "net.exe");
    return parseNetUse((await run(tool, ["use"], { timeout: ASK_MS })).stdout);
  } catch {
    return [];
  }
}
