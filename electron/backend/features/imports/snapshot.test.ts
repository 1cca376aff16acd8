import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openImportProject } from "../../testing/open-import-project.ts";

const rows = (count: number, mark = "") =>
  `text,label\n${Array.from({ length: count }, (_, n) => `${n} words${mark},label ${n % 3}\n`).join("")}`;

test("what becomes of the file after the import changes nothing: edited, moved, deleted", async () => {
  const { client, backend, folder, shown, label } = await openImportProject();
  const path = join(folder, "rows.csv");
  writeFileSync(path, rows(20));
  const grant = () => backend.grants.add(path, "read").fileId;
  const { jobId, importId } = await client.imports.start({ fileId: grant() });
  await backend.session().jobs.settled(jobId);
  await label("3 words", "label 1");
  const before = await shown();
  writeFileSync(path, rows(20, " edited"));
  expect(await shown()).toEqual(before);
  renameSync(path, join(folder, "moved.csv"));
  rmSync(join(folder, "moved.csv"));
  expect(await shown()).toEqual(before);
  // Undo and redo need the file no more either.
  await client.imports.takeBack({ importId });
  await client.history.undo();
  expect(await shown()).toEqual(before);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test.each([
  ["grows", (path: string) => appendFileSync(path, "one more,label 1\n"), "fileChanged"],
  ["is written anew", (path: string) => writeFileSync(path, rows(10, "!")), "fileChanged"],
  ["is deleted", (path: string) => rmSync(path), "fileMissing"],
])(
  "a file that %s while it is imported or reviewed leaves nothing of it",
  async (_what, act, code) => {
    const { client, backend, folder } = await openImportProject();
    const path = join(folder, "rows.csv");
    writeFileSync(path, rows(60_000));
    const { fileId } = backend.grants.add(path, "read");
    const { jobId } = await client.imports.start({ fileId });
    let isDone = false;
    for await (const { progress } of await client.jobs.watch({ jobId })) {
      if (progress.phase !== "writing" || isDone) continue;
      isDone = true;
      act(path);
    }
    expect(isDone).toBe(true);
    const job = await backend.session().jobs.settled(jobId);
    expect(job).toMatchObject({ state: "failed", error: { code } });
    expect((await client.examples.list({})).total).toBe(0);
    expect((await client.definitions.get()).labels).toEqual([]);
    expect((await client.history.state()).undo).toBeNull();

    writeFileSync(path, rows(60_000));
    let refusal: unknown;
    try {
      const stream = await client.imports.review({ fileId });
      await stream.next();
      act(path);
      for await (const news of stream) expect(news.kind).toBe("progress");
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ data: { code } });
    await backend.close();
  },
);
