import { expect, test } from "vitest";
import { findUnsafePlace, type PlaceProbes } from "./place.ts";

const HOMES = { linux: "/home/anna", darwin: "/Users/anna", win32: "C:\\Users\\anna" };

const lookAt = (
  platform: PlaceProbes["platform"],
  folder: string,
  found: Partial<PlaceProbes> = {},
) =>
  findUnsafePlace({
    platform,
    folder,
    home: HOMES[platform],
    declaredRoots: [],
    markers: [],
    mounts: platform === "win32" ? [] : [{ path: "/", type: "ext4" }],
    ...found,
  });

const service = (name: string) => ({ kind: "synced", service: name });
const network = (protocol: string) => ({ kind: "network", protocol });

test.each<[PlaceProbes["platform"], string]>([
  ["linux", "/home/anna/Tacit"],
  ["linux", "/home/anna/Documents/Tacit"],
  ["linux", "/home/anna/archive/Box"],
  ["linux", "/home/anna/dropboxes"],
  ["linux", "/srv/Dropbox/shared"],
  ["darwin", "/Users/anna/Documents/Tacit"],
  ["darwin", "/Users/anna/Library/Application Support/Tacit"],
  ["darwin", "/Volumes/USB/Tacit"],
  ["win32", "C:\\Users\\anna\\Documents\\Tacit"],
  ["win32", "D:\\Work"],
  ["win32", "\\\\?\\C:\\Users\\anna\\Tacit"],
  ["win32", "\\\\wsl.localhost\\Debian\\home\\anna"],
  ["win32", ""],
])("on %s, %s is a safe place", (platform, folder) => {
  expect(lookAt(platform, folder)).toBeNull();
});

test.each<[PlaceProbes["platform"], string, string]>([
  ["linux", "/home/anna/Dropbox/Tacit", "dropbox"],
  ["linux", "/home/anna/Dropbox (Clinic)/a/b", "dropbox"],
  ["linux", "/home/anna/Nextcloud", "nextcloud"],
  ["linux", "/home/anna/ownCloud/Tacit", "ownCloud"],
  ["linux", "/home/anna/OneDrive/Tacit", "oneDrive"],
  ["linux", "/home/anna/MEGA", "mega"],
  ["linux", "/home/anna/pCloudDrive/x", "pCloud"],
  ["darwin", "/Users/anna/Dropbox/Tacit", "dropbox"],
  ["darwin", "/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Tacit", "iCloud"],
  ["darwin", "/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.com/x", "googleDrive"],
  ["darwin", "/Users/anna/Library/CloudStorage/OneDrive-Clinic", "oneDrive"],
  ["darwin", "/Users/anna/Library/CloudStorage/Dropbox/x", "dropbox"],
  ["darwin", "/Users/anna/Library/CloudStorage/Box-Box/x", "box"],
  ["darwin", "/Users/anna/Library/CloudStorage/Nextcloud-a@b", "nextcloud"],
  ["darwin", "/Users/anna/Library/CloudStorage/Tresorit", "otherCloud"],
  ["win32", "C:\\Users\\anna\\OneDrive - Clinic\\Documents\\Tacit", "oneDrive"],
  ["win32", "C:\\Users\\ANNA\\dropbox\\Tacit", "dropbox"],
  ["win32", "C:\\Users\\anna\\Box\\Tacit", "box"],
  ["win32", "C:\\Users\\anna\\iCloudDrive\\Tacit", "iCloud"],
  ["win32", "C:\\Users\\anna\\Proton Drive\\anna", "protonDrive"],
  ["win32", "G:\\My Drive\\Tacit", "googleDrive"],
  ["win32", "D:\\Google Drive\\Tacit", "googleDrive"],
])("on %s, %s is synced by %s", (platform, folder, name) => {
  expect(lookAt(platform, folder)).toEqual(service(name));
});

test.each([
  [".dropbox.cache", "dropbox"],
  [".stfolder", "syncthing"],
  [".sync_0a1b2c3d4e5f.db", "nextcloud"],
  ["._sync_0a1b2c3d4e5f.db", "nextcloud"],
  [".owncloudsync.log", "ownCloud"],
  [".tmp.driveupload", "googleDrive"],
])("a folder somewhere above with %s in it is synced by %s, whatever it is called", (name, by) => {
  expect(lookAt("linux", "/data/work/tacit", { markers: ["notes.txt", name] })).toEqual(
    service(by),
  );
});

test.each<[PlaceProbes["platform"], string, string]>([
  ["win32", "E:\\Firm", "E:\\firm\\Tacit"],
  ["linux", "/mnt/cloud", "/mnt/cloud/tacit"],
  ["darwin", "/Volumes/Work/Sync", "/volumes/work/sync"],
])(
  "on %s, what lies below the folder that the sync program names is synced",
  (platform, path, folder) => {
    expect(lookAt(platform, folder, { declaredRoots: [{ service: "oneDrive", path }] })).toEqual(
      service("oneDrive"),
    );
  },
);

test("a folder whose name only begins like a synced one is not taken for it", () => {
  const declaredRoots = [{ service: "dropbox", path: "/mnt/cloud" }] as const;
  expect(lookAt("linux", "/mnt/cloud2/tacit", { declaredRoots })).toBeNull();
  expect(lookAt("linux", "/mnt/Cloud/tacit", { declaredRoots })).toBeNull();
});

test("on macOS the documents folder is synced once iCloud holds it", () => {
  const found = { iCloudHoldsDocuments: true };
  expect(lookAt("darwin", "/Users/anna/Documents/Tacit", found)).toEqual(service("iCloud"));
  expect(lookAt("darwin", "/Users/anna/Tacit", found)).toBeNull();
});

test.each([
  ["nfs4", "/mnt/share", "/mnt/share/anna", network("nfs4")],
  ["cifs", "/mnt/share", "/mnt/share", network("cifs")],
  ["smb3", "/mnt/share", "/mnt/share/a/b", network("smb3")],
  ["fuse.sshfs", "/home/anna/server", "/home/anna/server/x", network("sshfs")],
  ["fuse.rclone", "/home/anna/r", "/home/anna/r/x", network("rclone")],
  ["fuse.davfs2", "/home/anna/dav", "/home/anna/dav", network("davfs2")],
  ["fuse.gvfsd-fuse", "/run/user/1000/gvfs", "/run/user/1000/gvfs/smb", network("gvfsd-fuse")],
  ["fuse.onedriver", "/home/anna/od", "/home/anna/od/x", service("oneDrive")],
  ["ext4", "/mnt/disk", "/mnt/disk/x", null],
  ["fuse.veracrypt", "/mnt/secret", "/mnt/secret/x", null],
  ["nfs4", "/mnt/share", "/mnt/shared-not/x", null],
])("a file system of type %s at %s: %s", (type, path, folder, expected) => {
  const mounts = [
    { path: "/", type: "ext4" },
    { path, type },
  ];
  expect(lookAt("linux", folder, { mounts })).toEqual(expected);
});

test("the innermost mount decides, and of two at one place the later", () => {
  const mounts = [
    { path: "/", type: "ext4" },
    { path: "/home", type: "nfs4" },
    { path: "/home/anna/local", type: "xfs" },
    { path: "/auto", type: "autofs" },
    { path: "/auto", type: "nfs" },
  ];
  expect(lookAt("linux", "/home/anna/Tacit", { mounts })).toEqual(network("nfs4"));
  expect(lookAt("linux", "/home/anna/local/Tacit", { mounts })).toBeNull();
  expect(lookAt("linux", "/auto/x", { mounts })).toEqual(network("nfs"));
});

test.each([
  ["\\\\server\\share\\Tacit", []],
  ["\\\\?\\UNC\\server\\share\\Tacit", []],
  ["Z:\\Tacit", ["Z:"]],
  ["z:\\Tacit", ["Z:"]],
])("on Windows %s lies on another computer", (folder, networkDrives) => {
  expect(lookAt("win32", folder, { networkDrives })).toEqual(network("SMB"));
});
