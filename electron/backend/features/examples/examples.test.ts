import { expect, test } from "vitest";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

test("examples are listed by filter, in file order, page by page", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a = "", b = ""]) => [
      { input: "Card lost", answer: { kind: "classify", labelId: a }, importId: "first" },
      { input: "100% refund", answer: { kind: "classify", labelId: b }, split: "test" },
      { input: "ÄRGER mit der Karte", split: "train" },
      { input: "snake_case" },
      { input: "1000 refunds" },
    ],
  );
  await client.examples.setFlag({ exampleIds: [at(exampleIds, 3)], flagged: true });
  await client.annotations.skip({ exampleId: at(exampleIds, 4) });
  const find = async (filter: ExampleFilter) =>
    (await client.examples.list({ filter })).rows.map(({ exampleId }) =>
      exampleIds.indexOf(exampleId),
    );
  expect(await find({})).toEqual([0, 1, 2, 3, 4]);
  expect(await find({ status: "unlabelled" })).toEqual([2, 3]);
  expect(await find({ status: "skipped" })).toEqual([4]);
  expect(await find({ unreviewed: true })).toEqual([0, 1]);
  expect(await find({ unreviewed: false, flagged: false })).toEqual([2, 4]);
  expect(await find({ flagged: true })).toEqual([3]);
  expect(await find({ labelId: at(labelIds, 1) })).toEqual([1]);
  expect(await find({ importId: "first" })).toEqual([0]);
  expect(await find({ split: "train" })).toEqual([2]);
  expect(await find({ text: "CARD" })).toEqual([0]);
  expect(await find({ text: "0%" })).toEqual([1]);
  expect(await find({ text: "E_C" })).toEqual([3]);
  expect(await find({ text: "ärger MIT" })).toEqual([2]);
  expect(await find({ text: "refund", status: "labelled" })).toEqual([1]);
  const page = await client.examples.list({ offset: 1, limit: 2 });
  expect(page).toMatchObject({ total: 5, rows: [{ input: "100% refund" }, { split: "train" }] });
  expect(page.rows[0]).toMatchObject({
    status: "labelled",
    answeredBy: "import",
    source: { fileName: "seed.csv", lineNumber: 3 },
  });
  await backend.close();
});

test("examples are flagged and put away in one step each, and come back", async () => {
  const { client, backend, exampleIds } = await openSeededProject("write", [], () => [
    { input: "one" },
    { input: "two" },
    { input: "three" },
  ]);
  const some = exampleIds.slice(0, 2);
  expect(await client.examples.setFlag({ exampleIds: some, flagged: true })).toEqual({
    changed: 2,
  });
  expect(await client.examples.setFlag({ exampleIds, flagged: true })).toEqual({ changed: 1 });
  expect(await client.examples.remove({ exampleIds: some })).toEqual({ changed: 2 });
  expect(await client.examples.remove({ exampleIds: some })).toEqual({ changed: 0 });
  const { counts } = await client.annotations.queue({ queue: "all" });
  expect(counts).toMatchObject({ total: 1, flagged: 1 });
  await expect(client.examples.get({ exampleId: at(some, 0) })).rejects.toMatchObject({
    data: { code: "notFound", params: { thing: "example" } },
  });
  expect(await client.history.undo()).toMatchObject({ action: "removeExamples", exampleId: null });
  expect((await client.examples.list({ filter: { flagged: true } })).total).toBe(3);
  expect((await client.annotations.queue({ queue: "all" })).counts.total).toBe(3);
  await backend.close();
});

test("duplicates are put away, the answered one stays, and conflicts are left alone", async () => {
  const { client, backend, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a = "", b = ""]) => [
      { input: "lost card" },
      { input: " lost  card", answer: { kind: "classify", labelId: a } },
      { input: "lost card" },
      { input: "refund", answer: { kind: "classify", labelId: a } },
      { input: "refund", answer: { kind: "classify", labelId: b } },
      { input: "fee" },
      { input: "fee" },
      { input: "Lost card" },
    ],
  );
  expect(await client.examples.removeDuplicates()).toEqual({ changed: 3 });
  const { rows } = await client.examples.list({});
  expect(rows.map(({ exampleId }) => exampleIds.indexOf(exampleId))).toEqual([1, 3, 4, 5, 7]);
  expect(await client.examples.removeDuplicates()).toEqual({ changed: 0 });
  // The second run changed nothing, so it left no step behind.
  await client.history.undo();
  expect((await client.examples.list({})).total).toBe(8);
  await backend.close();
});
