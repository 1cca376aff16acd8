import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBackedUpProject } from "../../../testing/open-backed-up-project.ts";
import { parseLinuxMounts, parseMacMounts, parseNetUse } from "./look-around.ts";

/** A project in a folder that Syncthing says is its own. */
async function inSyncedFolder() {
  const opened = await openBackedUpProject();
  writeFileSync(join(opened.projectsDir, ".stfolder"), "");
  return { ...opened, home: join(opened.folder, "home", "Tacit") };
}

test("fault 34: a synced folder is found, and the project moves to a safe place in one step", async () => {
  const { client, backend, home, path, projectsDir } = await inSyncedFolder();
  expect(await client.backups.status()).toMatchObject({
    unsafePlace: { kind: "synced", service: "syncthing" },
  });
  await client.backups.make();
  const moved = await client.backups.moveToSafePlace({});
  expect(moved).toMatchObject({ name: "Mine", folder: home, fileName: "Mine.tacit" });
  expect(await client.backups.status()).toMatchObject({ unsafePlace: null });
  expect(readdirSync(projectsDir)).toEqual([".stfolder"]);
  const { counts } = await client.annotations.queue({ queue: "all", limit: 1 });
  expect(counts).toMatchObject({ total: 3, labelled: 1 });
  // The list of recent projects knows the new place only, and the backups are still its own.
  expect(await client.projects.listRecent()).toMatchObject([{ folder: home, missing: false }]);
  expect((await client.backups.list({})).backups).toMatchObject([{ otherFile: false }]);
  expect(existsSync(path)).toBe(false);
  await backend.close();
});

test("fault 34: on wish a copy stays in the old folder, under a name that says so", async () => {
  const { client, backend, projectsDir } = await inSyncedFolder();
  await client.backups.moveToSafePlace({ leaveCopy: true });
  const day = new Date().toISOString().slice(0, 10);
  expect(readdirSync(projectsDir).toSorted()).toEqual([".stfolder", `Mine – copy of ${day}.tacit`]);
  await backend.close();
});

test("fault 34: a project that cannot be moved stays open where it is", async () => {
  const { client, backend, folder, path } = await inSyncedFolder();
  // A file where each safe folder would be.
  mkdirSync(join(folder, "home"));
  writeFileSync(join(folder, "home", "Tacit"), "");
  await expect(client.backups.moveToSafePlace({})).rejects.toBeDefined();
  expect(backend.session().path).toBe(path);
  expect(await client.projects.rename({ name: "Still here" })).toMatchObject({
    name: "Still here",
  });
  await backend.close();
});

test("a folder the user decided for is not warned about again; another one is", async () => {
  const opened = await inSyncedFolder();
  const { client, backend } = opened;
  await client.backups.acceptPlace();
  expect(await client.backups.status()).toMatchObject({ unsafePlace: null });
  await client.projects.close();
  await opened.reopen();
  expect(await client.backups.status()).toMatchObject({ unsafePlace: null });
  await backend.close();
});

test("fault 35: a conflicted copy beside the project is named and left alone", async () => {
  const { client, backend, projectsDir } = await openBackedUpProject();
  const name = "Mine (Anna's conflicted copy 2026-05-01).tacit";
  writeFileSync(join(projectsDir, name), "of another computer");
  writeFileSync(join(projectsDir, "Mine 2.tacit"), "a project of its own");
  expect(await client.backups.status()).toMatchObject({ conflictedCopies: [name] });
  await client.projects.close();
  expect(readdirSync(projectsDir)).toContain(name);
  await backend.close();
});

test("what the three systems say about their drives is understood", () => {
  const linux = String.raw`/dev/sda1 / ext4 rw 0 0
//server/share /mnt/my\040share cifs rw,vers=3.0 0 0
`;
  expect(parseLinuxMounts(linux)).toEqual([
    { path: "/", type: "ext4" },
    { path: "/mnt/my share", type: "cifs" },
  ]);
  const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//anna@server._smb._tcp.local/Team (old) on /Volumes/Team (old) (smbfs, nodev, nosuid, mounted by anna)
`;
  expect(parseMacMounts(mac)).toEqual([
    { path: "/", type: "apfs" },
    { path: "/Volumes/Team (old)", type: "smbfs" },
  ]);
  const windows = `Status       Local     Remote                    Network\r
OK           Z:        \\\\server\\share            Microsoft Windows Network\r
Disconnected Y:        \\\\server\\old              Microsoft Windows Network\r
`;
  expect(parseNetUse(windows)).toEqual(["Z:", "Y:"]);
});
