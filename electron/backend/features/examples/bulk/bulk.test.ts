import { expect, test } from "vitest";
import type { BulkChange, Selection } from "#shared/features/examples/contract.ts";
import type { Db } from "../../../db/open.ts";
import { at, openSeededProject } from "../../../testing/open-seeded-project.ts";

const MANY = 25_000;

const rowsOf = (db: Db) => db.prepare("select * from example order by id").all();

const openMany = (examples = MANY) =>
  openSeededProject("classify", ["A", "B"], ([a = ""]) =>
    Array.from({ length: examples }, (_, index) => ({
      input: `example ${index}`,
      ...(index % 3 === 0 ? { answer: { kind: "classify" as const, labelId: a } } : {}),
    })),
  );
type Opened = Awaited<ReturnType<typeof openMany>>;

async function changeAll({ client }: Opened, change: BulkChange, rows: Selection["rows"] = "all") {
  const { viewId } = await client.examples.browse({});
  return client.examples.change({ selection: { viewId, rows }, change });
}

test("10,000 examples are labelled in one step, undone, and redone after a restart, to the letter", async () => {
  const opened = await openMany(10_000);
  const { client, backend, labelIds } = opened;
  const { path } = backend.session();
  const before = rowsOf(backend.session().db);
  const change = { kind: "label", labelId: at(labelIds, 1) } as const;
  expect(await changeAll(opened, change)).toEqual({ changed: 10_000, jobId: null });
  const after = rowsOf(backend.session().db);
  expect(await changeAll(opened, change)).toEqual({ changed: 0, jobId: null });
  expect(await client.history.undo()).toMatchObject({ action: "labelExamples", changes: 10_000 });
  expect(rowsOf(backend.session().db)).toEqual(before);
  await client.projects.close();
  await backend.openProject(path);
  await client.history.redo();
  expect(rowsOf(backend.session().db)).toEqual(after);
  await backend.close();
});

test("many more are changed as a job; what is decided meanwhile stays, and one undo takes all of it back", async () => {
  const opened = await openMany();
  const { client, backend, exampleIds } = opened;
  const last = at(exampleIds, -1);
  const { viewId } = await client.examples.browse({});
  await client.examples.count({ viewId });
  const selection = { viewId, rows: "all" } as const;
  const change = { kind: "split", split: "test" } as const;
  const { jobId } = await client.examples.change({ selection, change });
  await expect(client.examples.change({ selection, change })).rejects.toMatchObject({
    data: { code: "bulkChangeRunning" },
  });
  await client.annotations.skip({ exampleId: last });
  await expect(client.history.undo()).rejects.toMatchObject({
    data: { code: "bulkChangeRunning" },
  });
  expect((await backend.session().jobs.settled(`${jobId}`)).state).toBe("done");
  const tested = await client.examples.browse({ filter: { split: "test" } });
  expect((await client.examples.count(tested)).total).toBe(MANY - 1);
  expect(await client.examples.get({ exampleId: last })).toMatchObject({
    status: "skipped",
    split: null,
  });
  await client.history.undo();
  expect(await client.history.undo()).toMatchObject({ action: "setSplit", changes: MANY - 1 });
  expect((await client.examples.browse({ filter: { split: "test" } })).rows).toEqual([]);
  await backend.close();
});

test("a change that is called off leaves nothing behind", async () => {
  const opened = await openMany();
  const { client, backend } = opened;
  const before = rowsOf(backend.session().db);
  const { jobId } = await changeAll(opened, { kind: "flag", flagged: true });
  for await (const job of await client.jobs.watch({ jobId: `${jobId}` }))
    if (job.progress.done > 0 && job.state === "running")
      await client.jobs.cancel({ jobId: job.jobId });
  expect((await backend.session().jobs.settled(`${jobId}`)).state).toBe("cancelled");
  expect(rowsOf(backend.session().db)).toEqual(before);
  expect((await client.history.state()).undo?.action).not.toBe("flag");
  await backend.close();
});

test("only the rows chosen change, as they stood in the list that was looked at", async () => {
  const opened = await openMany(50);
  const { client, backend, exampleIds } = opened;
  const { viewId } = await client.examples.browse({ filter: { status: "unlabelled" } });
  // Meanwhile the first of them is answered by somebody else: places in the list stay.
  await client.annotations.skip({ exampleId: at(exampleIds, 1) });
  const rows = [
    { from: 2, to: 3 },
    { from: 3, to: 3 },
    { from: 400, to: 900 },
  ];
  await client.examples.change({ selection: { viewId, rows }, change: { kind: "putAway" } });
  const away = await client.examples.browse({ filter: { putAway: true } });
  expect(away.rows.map(({ exampleId }) => exampleIds.indexOf(exampleId))).toEqual([4, 5]);
  await client.examples.change({
    selection: { viewId: away.viewId, rows: "all" },
    change: { kind: "bringBack" },
  });
  expect((await client.examples.browse({})).total).toBe(50);
  await backend.close();
});
