import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openTestBackend } from "../../testing/test-backend.ts";

const SCRIPT = resolve(import.meta.dirname, "../../testing/import-until-killed.ts");
// More than 16 MB, so that the index over labels is put away meanwhile.
const ROWS = 200_000;
const KILLS = 6;

/** Starts an import in a process of its own and kills that process some time after rows began to arrive. */
async function importAndKill(folder: string, file: string, afterMs: number) {
  const child = spawn(process.execPath, [SCRIPT, folder, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  while (!output.includes(" writing ") && child.exitCode === null) await once(child.stdout, "data");
  await setTimeout(afterMs);
  const isOver = once(child, "exit");
  child.kill("SIGKILL");
  await isOver;
  return output;
}

test("kill -9 in the middle of an import leaves nothing of it, and the project sound", async () => {
  const first = openTestBackend();
  const { folder } = first;
  await first.client.projects.create({ name: "Crash", taskType: "classify" });
  const small = join(folder, "small.csv");
  writeFileSync(small, "text,label\nkept,a\nalso kept,\n");
  const keep = first.backend.grants.add(small, "read");
  const kept = await first.client.imports.start({ fileId: keep.fileId });
  await first.backend.session().jobs.settled(kept.jobId);
  await first.backend.close();
  const file = join(folder, "big.csv");
  const row = (_: unknown, n: number) => `${n} ${"some words ".repeat(10)},label ${n % 30}\n`;
  writeFileSync(file, `text,label\n${Array.from({ length: ROWS }, row).join("")}`);

  for (let kill = 0; kill < KILLS; kill += 1) {
    mkdirSync(folder, { recursive: true });
    const output = await importAndKill(folder, file, kill * 60);
    expect(output).not.toContain("done");
    const { client, backend } = openTestBackend(folder);
    const [recent] = await client.projects.listRecent();
    await client.projects.open({ recentId: recent?.recentId ?? "" });
    expect(await client.imports.list()).toHaveLength(1);
    expect((await client.examples.list({})).total).toBe(2);
    expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a"]);
    expect(await client.projects.verify()).toMatchObject({
      ok: true,
      checked: { examples: 2, annotations: 1 },
    });
    expect((await client.jobs.list({ active: false }))[0]?.state).toBe("interrupted");
    await backend.close();
  }

  const { client, backend } = openTestBackend(folder);
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  const { fileId } = backend.grants.add(file, "read");
  const { jobId } = await client.imports.start({ fileId });
  expect(await backend.session().jobs.settled(jobId)).toMatchObject({ state: "done" });
  expect((await client.imports.list())[0]).toMatchObject({ rowsRead: ROWS, imported: ROWS });
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});
