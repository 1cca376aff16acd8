import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Review, StartImport } from "#shared/features/imports/contract.ts";
import { openTestBackend } from "../../../testing/test-backend.ts";

async function openProject() {
  const { client, backend } = openTestBackend();
  await client.projects.create({ name: "Again", taskType: "classify" });
  const folder = mkdtempSync(join(tmpdir(), "tacit-review-"));
  const grant = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return backend.grants.add(join(folder, name), "read").fileId;
  };
  const review = async (fileId: string, options: Partial<StartImport> = {}): Promise<Review> => {
    const news = [];
    for await (const each of await client.imports.review({ fileId, ...options })) news.push(each);
    const last = news.at(-1);
    if (last?.kind !== "review") throw new Error("the stream ended without a review");
    expect(news.filter(({ kind }) => kind === "review")).toHaveLength(1);
    return last.review;
  };
  const run = async (fileId: string, options: Partial<StartImport> = {}) => {
    const { jobId, importId } = await client.imports.start({ fileId, ...options });
    const job = await backend.session().jobs.settled(jobId);
    expect(job).toMatchObject({ state: "done" });
    return (await client.imports.list()).find((each) => each.importId === importId);
  };
  return { client, backend, grant, review, run };
}

test("a review counts what every row of the file would do, and writes nothing", async () => {
  const { client, backend, grant, review, run } = await openProject();
  const first = await run(grant("a.csv", "text,label\none,a\ntwo,b\nthree,\n"));
  const { revision } = (await client.projects.current()) as { revision?: number };
  const fileId = grant("b.csv", "text,label\ntwo,b\n,x\none,c\nfour,=c\nfour,d\nshort\n-5,\n");
  expect(await review(fileId)).toMatchObject({
    rowsRead: 7,
    fresh: 3,
    known: 1,
    changed: 1,
    rejected: 2,
    matchedBy: "text",
    rejectsByReason: [
      { reason: "noInput", rows: 1 },
      { reason: "tooFewCells", rows: 1 },
    ],
    newLabels: [
      { name: "c", rows: 1 },
      { name: "=c", rows: 1 },
      { name: "d", rows: 1 },
    ],
    duplicateRows: 1,
    formulaCells: 1,
    earlierImport: { importId: first?.importId },
    suggested: "add",
  });
  expect(((await client.projects.current()) as { revision?: number }).revision).toBe(revision);
  expect(await client.imports.list()).toHaveLength(1);
  await backend.close();
});
