import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { SplitPlan } from "#shared/features/versions/contract.ts";
import { at } from "../../testing/open-seeded-project.ts";
import { openLabelledProject } from "../../testing/seed-labelled.ts";

const PLAN: SplitPlan = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};
const LETTERS = ["a", "b"];
const seeds = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    input: `text ${index}`,
    answer: at(LETTERS, index % 2),
  }));

test("preview counts without freezing; freezing gives the same counts", async () => {
  const { client, backend } = await openLabelledProject("classify", [
    ...seeds(100),
    { input: "open" },
  ]);
  const preview = await client.versions.preview(PLAN);
  expect(preview).toEqual({
    counts: { train: 80, validation: 10, test: 10 },
    groups: 100,
    leftOut: 1,
  });
  expect(await client.versions.list()).toEqual([]);
  const version = await client.versions.freeze(PLAN);
  expect(version).toMatchObject({ number: 1, counts: preview.counts, taskType: "classify" });
  expect(version.labels.map((label) => label.name)).toEqual(LETTERS);
  expect(await client.versions.get({ versionId: version.versionId })).toEqual(version);
  await backend.close();
});

test("nothing answered: nothing to freeze", async () => {
  const { client, backend } = await openLabelledProject("classify", [{ input: "open" }]);
  await expect(client.versions.freeze(PLAN)).rejects.toMatchObject({
    data: { code: "nothingToFreeze" },
  });
  await backend.close();
});

test("unchanged content gives the same version; changed content the next one", async () => {
  const { client, backend, exampleIds, labelIds } = await openLabelledProject(
    "classify",
    seeds(20),
  );
  const first = await client.versions.freeze(PLAN);
  expect(await client.versions.freeze(PLAN)).toEqual(first);
  const value = { kind: "classify" as const, labelId: at(labelIds, 1) };
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value });
  const second = await client.versions.freeze(PLAN);
  expect(second.number).toBe(2);
  expect(second.contentHash).not.toBe(first.contentHash);
  await client.history.undo();
  expect((await client.versions.freeze(PLAN)).versionId).toBe(first.versionId);
  expect((await client.versions.list()).map((version) => version.number)).toEqual([2, 1]);
  await backend.close();
});

test("nothing done later reaches a frozen version", async () => {
  const { client, backend, exampleIds, labelIds } = await openLabelledProject(
    "classify",
    seeds(40),
  );
  const frozen = await client.versions.freeze(PLAN);
  const rowsOf = () => {
    const dataset = backend.session().versions.dataset(frozen.versionId);
    return [dataset.rows("train"), dataset.rows("validation"), dataset.rows("test")].flat();
  };
  const before = rowsOf();
  const value = { kind: "classify" as const, labelId: at(labelIds, 1) };
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value });
  await client.definitions.updateLabel({ labelId: at(labelIds, 0), name: "renamed" });
  await client.definitions.saveSystemPrompt({ text: "another prompt" });
  await client.definitions.saveGuideline({ body: "another guideline" });
  await client.examples.remove({ exampleIds: [at(exampleIds, 1), at(exampleIds, 2)] });
  await client.history.undo();
  expect(await client.versions.get({ versionId: frozen.versionId })).toEqual(frozen);
  expect(rowsOf()).toEqual(before);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("the database refuses to change a frozen row, and a forced change is found out", async () => {
  const { client, backend } = await openLabelledProject("classify", seeds(20));
  await client.versions.freeze(PLAN);
  const { path } = backend.session();
  const raw = new Database(path);
  const tamper = () => raw.exec("update version_example set input = 'forged' where position = 3");
  expect(tamper).toThrow("immutable");
  raw.exec("drop trigger version_example_is_immutable");
  tamper();
  raw.close();
  const report = await client.projects.verify();
  expect(report.ok).toBe(false);
  expect(report.problems).toContainEqual({ problem: "versionHashDiffers", detail: "version 1" });
  await backend.close();
});

test("the same text never lands in two splits, unless the file said so", async () => {
  const twice = Array.from({ length: 60 }, (_, index) => ({
    input: `text ${index % 30}`,
    answer: "a",
  }));
  const { client, backend } = await openLabelledProject("classify", [
    ...twice,
    { input: "leaks", answer: "a", split: "train" },
    { input: "leaks", answer: "a", split: "test" },
  ]);
  const { versionId } = await client.versions.freeze(PLAN);
  const dataset = backend.session().versions.dataset(versionId);
  const train = new Set(dataset.rows("train").map((row) => row.input));
  const shared = [...dataset.rows("test"), ...dataset.rows("validation")].filter((row) =>
    train.has(row.input),
  );
  expect(shared.map((row) => row.input)).toEqual(["leaks"]);
  await backend.close();
});

test("line ends, quotes and emoji read back as they were hashed", async () => {
  const { client, backend } = await openLabelledProject("write", [
    { input: "line\nbreak \u2028 and 🙂", answer: 'quote " and \\ backslash' },
    { input: "second", answer: "two" },
  ]);
  await client.versions.freeze(PLAN);
  expect(backend.session().versions.verifyHashes()).toEqual([]);
  await backend.close();
});

test("the same examples give the same hash in another project", async () => {
  const hashes: string[] = [];
  for (let project = 0; project < 2; project += 1) {
    const { client, backend } = await openLabelledProject("classify", seeds(40));
    hashes.push((await client.versions.freeze(PLAN)).contentHash);
    await backend.close();
  }
  expect(hashes[0]).toBe(hashes[1]);
});
