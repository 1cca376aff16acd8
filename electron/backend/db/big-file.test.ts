import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { RescueNews, RescueTarget } from "#shared/features/rescue/contract.ts";
import { pagesOf, zeroPage } from "../testing/damage.ts";
import { openTestBackend } from "../testing/test-backend.ts";

const ROWS = 12_000;
const PAGE_BYTES = 8192;
/** A project of some 35 megabytes, too big to be looked through while it opens. */
const sound = join(openTestBackend().folder, "sound.tacit");

beforeAll(async () => {
  const { client, backend, folder } = openTestBackend();
  await client.projects.create({ name: "Big", taskType: "classify" });
  const file = join(folder, "rows.csv");
  const row = (_: unknown, n: number) => `${n} ${"many words ".repeat(260)},label ${n % 3}\n`;
  writeFileSync(file, `text,label\n${Array.from({ length: ROWS }, row).join("")}`);
  const { fileId } = backend.grants.add(file, "read");
  const { jobId } = await client.imports.start({ fileId });
  await backend.session().jobs.settled(jobId);
  const { path } = backend.session();
  await backend.close();
  copyFileSync(path, sound);
}, 60_000);

function layOut(damage: (bytes: Buffer) => Buffer) {
  const opened = openTestBackend();
  const path = join(opened.folder, "Big.tacit");
  writeFileSync(path, damage(readFileSync(sound)));
  return { ...opened, path, fileId: opened.backend.grants.add(path, "read").fileId };
}
type Client = ReturnType<typeof openTestBackend>["client"];

async function rescue(client: Client, target: RescueTarget) {
  const news: RescueNews[] = [];
  for await (const each of await client.rescue.run(target)) news.push(each);
  const last = news.at(-1);
  if (last?.state !== "rescued") throw new Error(last?.state);
  await client.projects.open({ fileId: last.file.fileId });
  return { news, total: (await client.examples.list({ limit: 1 })).total };
}

const damageText = (bytes: Buffer) => {
  const leaves = pagesOf(sound, "example_text").filter(({ pagetype }) => pagetype === "leaf");
  return zeroPage(bytes, leaves[Math.floor(leaves.length / 2)]?.pageno ?? 0, PAGE_BYTES);
};

test("a big file opens at once, is looked through meanwhile, and damage ends writing in it", async () => {
  const { client, backend, fileId } = layOut(damageText);
  expect(statSync(sound).size).toBeGreaterThan(30_000_000);
  expect(await client.projects.open({ fileId })).toMatchObject({ readOnly: false });
  // As long as it takes; a check that never tells ends in the test's own limit.
  while ((await client.projects.current())?.readOnlyReason === null) await setTimeout(5);
  expect(await client.projects.current()).toMatchObject({ readOnlyReason: "damaged", name: "Big" });
  await expect(client.projects.rename({ name: "Other" })).rejects.toMatchObject({
    data: { code: "readOnly" },
  });
  const { news, total } = await rescue(client, { current: true });
  expect(news.some(({ state }) => state === "working")).toBe(true);
  expect(total).toBeGreaterThan(ROWS - 10);
  expect(total).toBeLessThan(ROWS);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

/** The header of a file whose changes go to a log beside it, as it is while a project is open. */
function sayOpen(bytes: Buffer): Buffer {
  bytes.fill(2, 18, 20);
  return bytes;
}

test("a big file that was not closed properly is looked through before anything is written to it", async () => {
  const { client, backend, path, fileId } = layOut((bytes) => sayOpen(damageText(bytes)));
  // Left behind by a crash, with nothing in it that counts.
  writeFileSync(`${path}-wal`, "left behind");
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileDamaged", params: { name: "Big.tacit" } },
  });
  await backend.close();
});

test("a sound big file stays one that can be written to", async () => {
  const { client, backend, fileId } = layOut((bytes) => bytes);
  await client.projects.open({ fileId });
  await client.projects.rename({ name: "Still mine" });
  await client.projects.close();
  expect(await client.projects.open({ fileId })).toMatchObject({
    name: "Still mine",
    readOnly: false,
  });
  await backend.close();
});

test("the pages of the present releases are found without the file's own word for their size", async () => {
  const { client, backend, fileId } = layOut((bytes) => {
    bytes.fill(0, 0, 100);
    return bytes;
  });
  await expect(client.projects.open({ fileId })).rejects.toMatchObject({
    data: { code: "fileDamaged" },
  });
  expect((await rescue(client, { fileId })).total).toBe(ROWS);
  await backend.close();
});
