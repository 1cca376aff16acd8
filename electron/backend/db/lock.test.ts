import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { layOut } from "../testing/released/lay-out.ts";
import { openTestBackend } from "../testing/test-backend.ts";

const sqlite = createRequire(import.meta.url).resolve("better-sqlite3");

/** Another program that keeps the whole file to itself for a while, as backup tools and virus scanners do. */
async function holdFile(path: string, forMs: number) {
  const script = `const db = new (require(${JSON.stringify(sqlite)}))(process.argv[1]);
    db.exec("begin exclusive"); console.log("held"); setTimeout(() => db.close(), ${forMs});`;
  const child = spawn(process.execPath, ["-e", script, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

test("a file that another program holds for a moment opens when it is let go", async () => {
  const { client, backend, path, fileId } = layOut("v1-classify");
  const holder = await holdFile(path, 700);
  expect(await client.projects.open({ fileId })).toMatchObject({ readOnly: false });
  if (holder.exitCode === null) await once(holder, "exit");
  await backend.close();
});

test("a file that another program does not let go is refused with the likely causes, and untouched", async () => {
  const { client, backend, path, fileId } = layOut("v1-classify");
  const holder = await holdFile(path, 60_000);
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileBusy", params: { name: "Old.tacit" } },
  });
  holder.kill();
  await once(holder, "exit");
  expect(await client.projects.open({ fileId })).toMatchObject({ readOnly: false });
  await backend.close();
});

test("a second Tacit waits for one that is just closing, and names one that stays open", async () => {
  const first = layOut("v1-classify");
  await first.client.projects.open({ fileId: first.fileId });
  const second = openTestBackend();
  const { fileId } = second.backend.grants.add(first.path, "read");
  await expect(second.client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileLocked", params: { name: "Old.tacit" } },
  });
  const opening = second.client.projects.open({ fileId });
  await first.client.projects.close();
  expect(await opening).toMatchObject({ readOnly: false });
  await second.backend.close();
  await first.backend.close();
});
