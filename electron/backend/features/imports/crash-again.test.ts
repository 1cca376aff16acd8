import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Db } from "../../db/open.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const SCRIPTS = resolve(import.meta.dirname, "../../testing");
const KILLS = 4;

/** Starts work in a process of its own and kills it some time after a line with the phase given. */
async function startAndKill(script: string, args: string[], phase: string, afterMs: number) {
  const child = spawn(process.execPath, [join(SCRIPTS, script), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  while (!output.includes(` ${phase} `) && child.exitCode === null)
    await once(child.stdout, "data");
  await setTimeout(afterMs);
  const isOver = once(child, "exit");
  child.kill("SIGKILL");
  await isOver;
  return output;
}

async function open(folder: string) {
  const opened = openTestBackend(folder);
  const [recent] = await opened.client.projects.listRecent();
  await opened.client.projects.open({ recentId: recent?.recentId ?? "" });
  return opened;
}
type Opened = Awaited<ReturnType<typeof open>>;

async function bringIn({ client, backend }: Opened, path: string) {
  const { fileId } = backend.grants.add(path, "read");
  const { jobId } = await client.imports.start({ fileId });
  expect(await backend.session().jobs.settled(jobId)).toMatchObject({ state: "done" });
}

/** Everything that could be left half-done; revision and moments of jobs aside. */
const contentOf = (db: Db) =>
  [
    "select * from label order by id",
    `select e.*, t.public_id, t.external_id, t.input, t.fields from example e
     join example_text t on t.id = e.id order by e.id`,
    "select * from annotation order by id",
    "select id, rows_read, imported, updated, taken_back_at_ms, unfinished_move from source_import",
    "select * from undo_step order by id",
    "select count(*) from undo_change",
  ].map((sql) => db.prepare(sql).raw().all());

test("kill -9 in the middle of taking an import back: opening finishes it, and undo brings all of it back", async () => {
  const first = openTestBackend();
  const { folder } = first;
  await first.client.projects.create({ name: "Crash", taskType: "classify" });
  const write = (name: string, rows: string[]) => {
    writeFileSync(join(folder, name), `text,label\n${rows.join("")}`);
    return join(folder, name);
  };
  await bringIn(first, write("kept.csv", ["kept,a\n", "kept too,\n"]));
  const row = (_: unknown, n: number) => `${n} words,label ${n % 30}\n`;
  await bringIn(first, write("big.csv", Array.from({ length: 60_000 }, row)));
  const before = contentOf(first.backend.session().db);
  await first.backend.close();

  let cutShort = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const output = await startAndKill(
      "take-back-until-killed.ts",
      [folder],
      "takingBack",
      kill * 25,
    );
    expect(output).not.toContain("failed");
    if (!output.includes("done")) cutShort += 1;
    const { client, backend } = await open(folder);
    expect((await client.imports.list())[0]?.takenBackAtMs).not.toBeNull();
    expect((await client.examples.list({})).total).toBe(2);
    expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a"]);
    expect(await client.projects.verify()).toMatchObject({ ok: true });
    expect(await client.jobs.list({ active: true })).toEqual([]);
    expect((await client.history.undo())?.action).toBe("takeBackImport");
    expect((await client.history.state()).undo?.action).toBe("import");
    const content = contentOf(backend.session().db);
    // The step that was undone waits for a redo; all else is as it was.
    expect(content.slice(0, 4)).toEqual(before.slice(0, 4));
    await backend.close();
  }
  expect(cutShort).toBeGreaterThan(0);
});

test("kill -9 in the middle of an update gives every text and answer back", async () => {
  const first = openTestBackend();
  const { client, folder, backend } = first;
  await client.projects.create({ name: "Crash", taskType: "classify" });
  const write = (name: string, mark: string, labels: number) => {
    const row = (_: unknown, n: number) =>
      `${n},${"some words ".repeat(5)}${n}${mark},label ${n % labels}\n`;
    const rows = Array.from({ length: 20_000 }, row);
    writeFileSync(join(folder, name), `id,text,label\n${rows.join("")}`);
    return join(folder, name);
  };
  await bringIn(first, write("old.csv", "", 5));
  const { items } = await client.annotations.queue({ queue: "all", limit: 50 });
  const labelId = (await client.definitions.get()).labels[0]?.labelId ?? "";
  for (const { exampleId } of items)
    await client.annotations.answer({ exampleId, value: { kind: "classify", labelId } });
  const before = contentOf(backend.session().db);
  await backend.close();
  const newer = write("new.csv", "!", 7);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const output = await startAndKill(
      "import-until-killed.ts",
      [folder, newer, "update"],
      "writing",
      kill * 120,
    );
    expect(output).not.toContain("done");
    const again = await open(folder);
    expect(contentOf(again.backend.session().db)).toEqual(before);
    expect(await again.client.projects.verify()).toMatchObject({ ok: true });
    await again.backend.close();
  }

  const last = await open(folder);
  const { fileId } = last.backend.grants.add(newer, "read");
  const { jobId } = await last.client.imports.start({ fileId, again: "update" });
  expect(await last.backend.session().jobs.settled(jobId)).toMatchObject({ state: "done" });
  expect((await last.client.imports.list())[0]).toMatchObject({ imported: 0, updated: 20_000 });
  await last.client.history.undo();
  expect(contentOf(last.backend.session().db).slice(0, 2)).toEqual([
    // The labels that the update made are put away, not gone.
    expect.arrayContaining(before[0] ?? []),
    before[1],
  ]);
  expect(await last.client.projects.verify()).toMatchObject({ ok: true });
  await last.backend.close();
});
