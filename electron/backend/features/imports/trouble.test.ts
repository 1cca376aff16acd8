import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBackend } from "../../testing/test-backend.ts";

async function openProject() {
  const opened = openTestBackend(undefined, { logError: () => "test" });
  const { client, backend, folder } = opened;
  await client.projects.create({ name: "Trouble", taskType: "classify" });
  const start = async (rows: readonly string[]) => {
    const path = join(folder, "rows.csv");
    writeFileSync(path, `text,label\n${rows.join("\n")}\n`);
    const { jobId } = await client.imports.start({
      fileId: backend.grants.add(path, "read").fileId,
      mapping: [
        { column: "text", role: "input" },
        { column: "label", role: "label" },
      ],
      again: "add",
    });
    return jobId;
  };
  return { ...opened, start };
}
const rows = (count: number, label: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `${n} ${"some words ".repeat(20)},${label(n)}`);

test("a column of 20,000 different labels is imported, and taken back, with all of them", async () => {
  const { client, backend, start } = await openProject();
  const { db, jobs, path } = backend.session();
  expect((await jobs.settled(await start(rows(20_000, (n) => `label ${n}`)))).state).toBe("done");
  // As a crash would leave it.
  db.exec("update source_import set state = 'running'");
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  expect((await client.definitions.get()).labels).toEqual([]);
  expect(await client.projects.verify()).toMatchObject({ ok: true, checked: { examples: 0 } });
  await backend.close();
}, 120_000);
