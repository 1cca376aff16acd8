import { z } from "zod";

/** Who writes to a folder besides this computer's programs. */
export const SyncService = z.enum([
  "dropbox",
  "oneDrive",
  "iCloud",
  "googleDrive",
  "nextcloud",
  "ownCloud",
  "syncthing",
  "resilio",
  "box",
  "mega",
  "pCloud",
  "protonDrive",
  "otherCloud",
]);
export type SyncService = z.infer<typeof SyncService>;

/** A folder in which a project is not safe, and why. */
export const Place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("synced"), service: SyncService }),
  z.object({ kind: z.literal("network"), protocol: z.string() }),
]);
export type Place = z.infer<typeof Place>;

/** What a look around a folder found; gathered by the backend, judged here. */
export interface PlaceProbes {
  platform: "linux" | "darwin" | "win32";
  /** Folder of the project, absolute, links resolved. */
  folder: string;
  home: string;
  /** Folders that a sync program says are its own, from its settings or from the environment. */
  declaredRoots: readonly { service: SyncService; path: string }[];
  /** Names that lie in the folder or in one of the folders above it and could mark a sync root. */
  markers: readonly string[];
  /** What is mounted where; empty on Windows. */
  mounts: readonly { path: string; type: string }[];
  /** On macOS: Desktop and Documents are kept in iCloud. */
  iCloudHoldsDocuments?: boolean;
  /** On Windows: letters of drives that lie on another computer, like "Z:". */
  networkDrives?: readonly string[];
}

/** Left in the root of every synced folder by the program that syncs it. */
const MARKERS: readonly [RegExp, SyncService][] = [
  [/^\.dropbox(\.cache)?$/i, "dropbox"],
  [/^\.stfolder$/i, "syncthing"],
  [/^\.nextcloudsync\.log$|^\.nextcloud$/i, "nextcloud"],
  [/^\.owncloudsync\.log$/i, "ownCloud"],
  // Nextcloud and ownCloud share the name of their journal; both are warned about alike.
  [/^\.?_?sync_[0-9a-f]{6,}\.db$/i, "nextcloud"],
  [/^\.tmp\.drive(up|down)load$|^\.shortcut-targets-by-id$|^desktop\.gdrive$/i, "googleDrive"],
  [/^\.sync$/i, "resilio"],
  [/^\.boxsync$|^\.box$/i, "box"],
  [/^\.megaignore$|^\.debris$/i, "mega"],
];

/** Names that a folder of a sync program has by default; the name alone decides, anywhere in the path. */
const FOLDER_NAMES: readonly [RegExp, SyncService][] = [
  [/^dropbox( \(.+\))?$/i, "dropbox"],
  [/^onedrive( - .+)?$/i, "oneDrive"],
  [/^(google ?drive|googledrive-.+|my drive)$/i, "googleDrive"],
  [/^com~apple~clouddocs$|^icloud ?drive$/i, "iCloud"],
  [/^nextcloud\d*$/i, "nextcloud"],
  [/^owncloud\d*$/i, "ownCloud"],
  [/^box( sync|-box)?$/i, "box"],
  [/^pcloud ?drive$/i, "pCloud"],
  [/^proton ?drive$/i, "protonDrive"],
  [/^mega(sync)?$/i, "mega"],
];

/** macOS puts every modern provider below here, as "Dropbox", "GoogleDrive-me@example.com", … */
const MAC_CLOUD_STORAGE = "Library/CloudStorage";

const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs2?|ncpfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs|s3fs|smbnetfs|curlftpfs))$/i;

/** File systems that are a cloud drive, whatever their folder is called. */
const CLOUD_TYPES: readonly [RegExp, SyncService][] = [
  [/^fuse\.(google-drive-ocamlfuse|drivefs)$/i, "googleDrive"],
  [/^fuse\.pcloud/i, "pCloud"],
  [/^fuse\.(onedriver|onedrive)$/i, "oneDrive"],
  [/^fuse\.dropbox/i, "dropbox"],
];

/** Where the project lies, if something else than this computer writes there; null for a safe place. */
export function findUnsafePlace(probes: PlaceProbes): Place | null {
  return (
    fromDeclared(probes) ??
    fromNetwork(probes) ??
    fromMarkers(probes) ??
    fromCloudStorage(probes) ??
    fromFolderNames(probes)
  );
}

const synced = (service: SyncService): Place => ({ kind: "synced", service });

const partsOf = ({ platform }: PlaceProbes, path: string): string[] => {
  const parts = path.split(platform === "win32" ? /[\\/]+/ : /\/+/).filter((part) => part !== "");
  // Two of the three systems do not tell capitals apart.
  return platform === "linux" ? parts : parts.map((part) => part.toLowerCase());
};

function lies(probes: PlaceProbes, path: string, root: string): boolean {
  const inner = partsOf(probes, path);
  const outer = partsOf(probes, root);
  return outer.length <= inner.length && outer.every((part, index) => part === inner[index]);
}

function fromDeclared(probes: PlaceProbes): Place | null {
  const root = probes.declaredRoots.find(
    ({ path }) => path !== "" && lies(probes, probes.folder, path),
  );
  return root ? synced(root.service) : null;
}

function fromNetwork(probes: PlaceProbes): Place | null {
  if (probes.platform === "win32") {
    // \\?\UNC\server\share is the long form; \\?\C:\ is this computer, \\wsl$ too.
    const unc = /^\\\\(\?\\UNC\\)?(?![?.])([^\\]+)\\/i.exec(probes.folder);
    if (unc && !/^wsl(\$|\.localhost)$/i.test(unc[2] ?? ""))
      return { kind: "network", protocol: "SMB" };
    const drive = probes.folder.slice(0, 2).toUpperCase();
    return probes.networkDrives?.some((each) => each.toUpperCase() === drive)
      ? { kind: "network", protocol: "SMB" }
      : null;
  }
  // The innermost mount decides; of two at the same place the later one covers the earlier.
  const mount = probes.mounts
    .filter(({ path }) => lies(probes, probes.folder, path))
    .reduce<{ path: string; type: string } | null>(
      (best, each) =>
        best && partsOf(probes, best.path).length > partsOf(probes, each.path).length ? best : each,
      null,
    );
  if (!mount) return null;
  const cloud = CLOUD_TYPES.find(([type]) => type.test(mount.type));
  if (cloud) return synced(cloud[1]);
  return NETWORK_TYPES.test(mount.type)
    ? { kind: "network", protocol: mount.type.replace(/^fuse\./, "") }
    : null;
}

function fromMarkers({ markers }: PlaceProbes): Place | null {
  for (const [pattern, service] of MARKERS)
    if (markers.some((name) => pattern.test(name))) return synced(service);
  return null;
}

function fromCloudStorage(probes: PlaceProbes): Place | null {
  if (probes.platform !== "darwin") return null;
  const { home, folder, iCloudHoldsDocuments } = probes;
  if (iCloudHoldsDocuments)
    for (const name of ["Desktop", "Documents"])
      if (lies(probes, folder, `${home}/${name}`)) return synced("iCloud");
  if (lies(probes, folder, `${home}/Library/Mobile Documents`)) return synced("iCloud");
  if (!lies(probes, folder, `${home}/${MAC_CLOUD_STORAGE}`)) return null;
  const provider = partsOf(probes, folder)[partsOf(probes, `${home}/${MAC_CLOUD_STORAGE}`).length];
  const known = FOLDER_NAMES.find(([, service]) =>
    provider?.replace(/-.*$/, "").startsWith(service.toLowerCase()),
  );
  return synced(known?.[1] ?? "otherCloud");
}

/** Only below home or at the top of a drive: a folder called "Box" deep in an archive means nothing. */
function fromFolderNames(probes: PlaceProbes): Place | null {
  const parts = partsOf(probes, probes.folder);
  const depthOfHome = lies(probes, probes.folder, probes.home)
    ? partsOf(probes, probes.home).length
    : null;
  const first = depthOfHome ?? (probes.platform === "win32" ? 1 : null);
  if (first === null) return null;
  const name = parts[first] ?? "";
  const known = FOLDER_NAMES.find(([pattern]) => pattern.test(name));
  return known ? synced(known[1]) : null;
}
