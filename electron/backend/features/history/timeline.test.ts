import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

const openProject = () =>
  openSeededProject("classify", ["A", "B"], ([a = ""]) => [
    { input: "one", answer: { kind: "classify", labelId: a } },
    { input: "two" },
    { input: "three" },
  ]);

test("an example tells everything that happened to it, in its order and not the clock's", async () => {
  const { client, backend, labelIds, exampleIds } = await openProject();
  const [a, b] = labelIds.map((labelId) => ({ kind: "classify" as const, labelId }));
  const exampleId = at(exampleIds, 0);
  const exampleIdOnly = { exampleIds: [exampleId] };
  await client.annotations.answer({ exampleId, value: b ?? { kind: "classify", labelId: "" } });
  // The clock was set back by ten years in between.
  backend
    .session()
    .db.prepare("update undo_step set created_at_ms = created_at_ms + 315360000000")
    .run();
  await client.examples.setFlag({ ...exampleIdOnly, flagged: true });
  await client.annotations.skip({ exampleId });
  await client.examples.remove(exampleIdOnly);
  await client.history.undo();
  const events = await client.history.ofExample({ exampleId });
  expect(events.map(({ what, by, undone }) => [what, by, undone])).toEqual([
    ["imported", "import", false],
    ["answered", "import", false],
    ["answered", "person", false],
    ["flagged", "person", false],
    ["skipped", "person", false],
    ["putAway", "person", true],
  ]);
  expect(events[2]).toMatchObject({ before: a, after: b, action: "answer", inForce: false });
  expect(events[4]).toMatchObject({ before: b, after: null });
  await client.annotations.answer({ exampleId, value: a ?? { kind: "classify", labelId: "" } });
  const restored = (await client.history.ofExample({ exampleId })).at(-1);
  expect(restored).toMatchObject({ what: "answered", before: null, after: a, inForce: true });
  expect((await client.history.state()).undo).toMatchObject({ action: "answer", exampleId });
  await backend.close();
});

test("an answer whose undone step was given up is still told, as taken back", async () => {
  const { client, backend, labelIds, exampleIds } = await openProject();
  const exampleId = at(exampleIds, 1);
  const value = { kind: "classify" as const, labelId: at(labelIds, 0) };
  await client.annotations.answer({ exampleId, value });
  await client.history.undo();
  await client.examples.setFlag({ exampleIds: [exampleId], flagged: true });
  const events = await client.history.ofExample({ exampleId });
  expect(events.map(({ what, undone }) => [what, undone])).toEqual([
    ["imported", false],
    ["flagged", false],
    ["answered", true],
  ]);
  await backend.close();
});

test("what changed is told step by step, small decisions together, each with its examples", async () => {
  const { client, backend, labelIds, exampleIds } = await openProject();
  const value = { kind: "classify" as const, labelId: at(labelIds, 0) };
  const startMs = Date.now();
  for (const exampleId of exampleIds.slice(1))
    await client.annotations.answer({ exampleId, value });
  const { viewId } = await client.examples.browse({});
  await client.examples.change({
    selection: { viewId, rows: "all" },
    change: { kind: "label", labelId: at(labelIds, 1) },
  });
  const { entries, hasMore } = await client.history.timeline({ fromMs: startMs });
  expect(hasMore).toBe(false);
  expect(
    entries.map(({ action, steps, examples, subject, isLatest }) => [
      action,
      steps,
      examples,
      subject,
      isLatest,
    ]),
  ).toEqual([
    ["labelExamples", 1, 3, "B", true],
    ["answer", 2, 2, null, false],
    ...Array.from(
      { length: entries.length - 2 },
      () => expect.arrayContaining(["addLabel"]) as unknown,
    ),
  ]);
  const answers = at(entries, 1);
  const { rows } = await client.examples.browse({
    filter: {
      changedFromStepId: `${answers.fromStepId}`,
      changedToStepId: `${answers.toStepId}`,
    },
  });
  expect(rows.map(({ exampleId }) => exampleId)).toEqual(exampleIds.slice(1));
  const all = await client.history.timeline({ fromMs: 0 });
  expect(all.entries.at(-1)).toMatchObject({ kind: "import", subject: "seed.csv" });
  expect((await client.history.timeline({ fromMs: 0, beforeMs: 1 })).entries).toHaveLength(1);
  await backend.close();
});

test("an earlier step is taken back where nothing has changed since, as a step of its own", async () => {
  const { client, backend, labelIds, exampleIds } = await openProject();
  const { viewId } = await client.examples.browse({});
  const selection = { viewId, rows: "all" } as const;
  await client.examples.change({
    selection,
    change: { kind: "label", labelId: at(labelIds, 1) },
  });
  await client.annotations.skip({ exampleId: at(exampleIds, 2) });
  const { entries } = await client.history.timeline({ fromMs: 0 });
  const stepId = `${entries.find(({ action }) => action === "labelExamples")?.fromStepId}`;
  expect(await client.history.takeBackEarlier({ fromStepId: stepId, toStepId: stepId })).toEqual({
    changed: 2,
    jobId: null,
  });
  const statuses = async () =>
    (await client.examples.browse({})).rows.map(({ status, labelIds: named }) => [
      status,
      ...named,
    ]);
  expect(await statuses()).toEqual([["labelled", labelIds[0]], ["unlabelled"], ["skipped"]]);
  expect(await client.history.undo()).toMatchObject({ action: "takeBackEarlier", changes: 2 });
  expect(await statuses()).toEqual([
    ["labelled", labelIds[1]],
    ["labelled", labelIds[1]],
    ["skipped"],
  ]);
  await backend.close();
});
