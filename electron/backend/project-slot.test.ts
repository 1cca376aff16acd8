import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layOut } from "./testing/released/lay-out.ts";
import { openTestBackend } from "./testing/test-backend.ts";

async function twoProjects() {
  const opened = openTestBackend();
  const { client, backend, projectsDir } = opened;
  await client.projects.create({ name: "First", taskType: "classify" });
  await client.projects.create({ name: "Second", taskType: "classify" });
  await client.projects.close();
  const grant = (name: string) => ({
    fileId: backend.grants.add(join(projectsDir, `${name}.tacit`), "read").fileId,
  });
  return { ...opened, first: grant("First"), second: grant("Second") };
}

test("when the present project cannot be closed, the next one is not left open behind the scenes", async () => {
  const { client, backend, projectsDir, first, second } = await twoProjects();
  await client.projects.open(first);
  const { db } = backend.session();
  // A statement that is still running keeps SQLite from closing.
  const running = db.prepare("select * from sqlite_schema").iterate();
  running.next();
  await expect(client.projects.open(second)).rejects.toMatchObject({
    data: { code: "unexpected" },
  });
  expect(existsSync(join(projectsDir, "Second.tacit-lock"))).toBe(false);
  running.return?.();
  db.close();
  expect(await client.projects.open(second)).toMatchObject({ name: "Second" });
  const other = openTestBackend();
  const { fileId } = other.backend.grants.add(join(projectsDir, "First.tacit"), "read");
  expect(await other.client.projects.open({ fileId })).toMatchObject({ name: "First" });
  await other.backend.close();
  await backend.close();
});

test("projects asked for all at once are opened one after the other, and the last one stays", async () => {
  const { client, backend, projectsDir, first, second } = await twoProjects();
  await Promise.all([first, second, first, second].map((each) => client.projects.open(each)));
  expect(await client.projects.current()).toMatchObject({ name: "Second" });
  expect(existsSync(join(projectsDir, "First.tacit-lock"))).toBe(false);
  await backend.close();
});

test("an uploaded project whose copy fails takes no file away that was there", async () => {
  const { client, backend, projectsDir } = layOut("v1-classify");
  const uploads = join(backend.tempDir, "upload");
  mkdirSync(uploads);
  const upload = join(uploads, "upload.tacit");
  copyFileSync(join(projectsDir, "Old.tacit"), upload);
  const { fileId } = backend.grants.add(upload, "read", "Mine.tacit");
  const mine = join(projectsDir, "Mine.tacit");
  // The name is taken between the choice of it and the copy: every copy after this one finds it there.
  const { library } = backend;
  const freePath = library.freePath.bind(library);
  library.freePath = (...asked) => {
    const path = freePath(...asked);
    writeFileSync(path, "somebody else's");
    return path;
  };
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileExists" },
  });
  expect(readFileSync(mine, "utf8")).toBe("somebody else's");
  library.freePath = freePath;
  rmSync(upload);
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileMissing" },
  });
  expect(readFileSync(mine, "utf8")).toBe("somebody else's");
  await backend.close();
});
