import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const failsWith = (code: string, params: object = {}) => ({ data: { code, params } });

test("labels get a colour and a free key, can be changed, moved and taken back", async () => {
  const { client, backend } = openTestBackend();
  await client.projects.create({ name: "Test", taskType: "classify" });
  await client.definitions.addLabel({ name: " Refund " });
  await client.definitions.addLabel({ name: "Card", key: "2", colour: "red" });
  await client.definitions.addLabel({ name: "Fee", key: null });
  const { labels } = await client.definitions.addLabel({ name: "Loan", description: "Any loan" });
  expect(labels.map(({ name, key }) => [name, key])).toEqual([
    ["Refund", "1"],
    ["Card", "2"],
    ["Fee", null],
    ["Loan", "3"],
  ]);
  expect(labels[1]?.colour).toBe("red");
  expect(labels[0]?.colour).not.toBe(labels[2]?.colour);

  const labelId = at(labels, 3).labelId;
  const moved = await client.definitions.moveLabel({ labelId, toPosition: 0 });
  expect(moved.labels.map(({ name }) => name)).toEqual(["Loan", "Refund", "Card", "Fee"]);
  const changed = await client.definitions.updateLabel({ labelId, name: "Credit", key: "c" });
  expect(changed.labels[0]).toMatchObject({ name: "Credit", key: "c", description: "Any loan" });

  await client.history.undo();
  await client.history.undo();
  const back = await client.definitions.get();
  expect(back.labels).toEqual(labels);
  await client.history.undo();
  expect((await client.definitions.get()).labels).toHaveLength(3);
  await client.history.redo();
  expect((await client.definitions.get()).labels).toEqual(labels);
  await backend.close();
});

test("names and keys belong to one label; a removed label frees both", async () => {
  const { client, backend, labelIds } = await openSeededProject("classify", ["A", "B"]);
  const { definitions } = client;
  await expect(definitions.addLabel({ name: "A" })).rejects.toMatchObject(
    failsWith("labelNameTaken", { name: "A" }),
  );
  await expect(definitions.addLabel({ name: "C", key: "2" })).rejects.toMatchObject(
    failsWith("labelKeyTaken", { key: "2", name: "B" }),
  );
  await expect(definitions.addLabel({ name: "C", key: "s" })).rejects.toMatchObject(
    failsWith("labelKeyReserved", { key: "s" }),
  );
  const labelId = at(labelIds, 0);
  await expect(definitions.updateLabel({ labelId, name: "B" })).rejects.toMatchObject(
    failsWith("labelNameTaken"),
  );
  await definitions.updateLabel({ labelId, name: "A", description: "unchanged name" });
  await definitions.removeLabel({ labelId, moveAnswersTo: null });
  const { labels } = await definitions.addLabel({ name: "A" });
  expect(labels.map(({ name, key }) => [name, key])).toEqual([
    ["B", "2"],
    ["A", "1"],
  ]);
  await backend.close();
});

test("guideline versions are kept; undo points back to the earlier one", async () => {
  const { client, backend } = await openSeededProject("write", []);
  expect((await client.definitions.get()).guideline).toEqual({
    body: "",
    version: 0,
    savedAtMs: null,
  });
  await client.definitions.saveGuideline({ body: "Be brief." });
  const second = await client.definitions.saveGuideline({ body: "Be brief and kind." });
  expect(second.guideline).toMatchObject({ body: "Be brief and kind.", version: 2 });
  const same = await client.definitions.saveGuideline({ body: "Be brief and kind." });
  expect(same.guideline.version).toBe(2);
  await client.definitions.saveSystemPrompt({ text: "You are a clerk." });
  await client.history.undo();
  await client.history.undo();
  expect((await client.definitions.get()).systemPrompt).toBe("");
  expect((await client.definitions.get()).guideline).toMatchObject({
    body: "Be brief.",
    version: 1,
  });
  await client.definitions.saveGuideline({ body: "Be kind." });
  expect((await client.definitions.get()).guideline.version).toBe(3);
  await backend.close();
});

test("the kind of task is fixed once answers exist", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    () => [{ input: "one" }],
  );
  expect((await client.definitions.setTaskType({ taskType: "tag" })).taskType).toBe("tag");
  await client.definitions.setTaskType({ taskType: "classify" });
  const exampleId = at(exampleIds, 0);
  const value = { kind: "classify" as const, labelId: at(labelIds, 0) };
  await client.annotations.answer({ exampleId, value });
  await expect(client.definitions.setTaskType({ taskType: "write" })).rejects.toMatchObject(
    failsWith("taskTypeInUse", { examples: 1 }),
  );
  await client.definitions.setTaskType({ taskType: "classify" });
  await backend.close();
});

test("removing a label moves 10,000 answers in one quick, reversible step", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a = "", b = ""]) =>
      Array.from({ length: 10_100 }, (_, index) => ({
        input: `text ${index}`,
        answer: { kind: "classify", labelId: index < 10_000 ? a : b },
      })),
  );
  const [a, b] = [at(labelIds, 0), at(labelIds, 1)];
  const countsBefore = (await client.definitions.get()).labels.map(({ examples }) => examples);
  expect(countsBefore).toEqual([10_000, 100]);

  const startedAtMs = performance.now();
  const moved = await client.definitions.removeLabel({ labelId: a, moveAnswersTo: b });
  expect(performance.now() - startedAtMs).toBeLessThan(3000);
  expect(moved.labels.map(({ name, examples }) => [name, examples])).toEqual([["B", 10_100]]);
  const first = await client.examples.get({ exampleId: at(exampleIds, 0) });
  expect(first.answer).toEqual({ kind: "classify", labelId: b });
  expect(
    first.history.map(({ value, answeredBy, inForce }) => [value, answeredBy, inForce]),
  ).toEqual([
    [{ kind: "classify", labelId: a }, "import", false],
    [{ kind: "classify", labelId: b }, "person", true],
  ]);

  await client.history.undo();
  expect((await client.definitions.get()).labels.map(({ examples }) => examples)).toEqual(
    countsBefore,
  );
  expect((await client.examples.get({ exampleId: at(exampleIds, 0) })).answeredBy).toBe("import");

  await client.definitions.removeLabel({ labelId: a, moveAnswersTo: null });
  const { counts } = await client.annotations.queue({ queue: "unlabelled" });
  expect(counts).toMatchObject({ unlabelled: 10_000, labelled: 100, unreviewed: 100 });
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await client.history.undo();
  expect((await client.definitions.get()).labels.map(({ examples }) => examples)).toEqual(
    countsBefore,
  );
  await backend.close();
});

test("removing a label keeps the other tags of an answer", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "tag",
    ["A", "B"],
    ([a = "", b = ""]) => [
      { input: "both", answer: { kind: "tag", labelIds: [a, b] } },
      { input: "only a", answer: { kind: "tag", labelIds: [a] } },
      { input: "none", answer: { kind: "tag", labelIds: [] } },
    ],
  );
  const [a, b] = [at(labelIds, 0), at(labelIds, 1)];
  expect((await client.examples.list({ filter: { labelId: a } })).total).toBe(2);
  const { labels } = await client.definitions.removeLabel({ labelId: a, moveAnswersTo: null });
  expect(labels.map(({ name, examples }) => [name, examples])).toEqual([["B", 1]]);
  const { rows } = await client.examples.list({});
  expect(rows.map(({ exampleId }) => exampleId)).toEqual(exampleIds);
  expect(rows.map(({ answer }) => answer)).toEqual([
    { kind: "tag", labelIds: [b] },
    null,
    { kind: "tag", labelIds: [] },
  ]);
  await backend.close();
});

test("removing a label from marked passages counts and moves examples, not passages", async () => {
  const { client, backend, labelIds } = await openSeededProject(
    "extract",
    ["A", "B"],
    ([a = ""]) => [
      {
        input: "Anna met Otto",
        answer: {
          kind: "extract",
          spans: [
            { start: 0, end: 4, labelId: a },
            { start: 9, end: 13, labelId: a },
          ],
        },
      },
    ],
  );
  const [labelId, moveAnswersTo] = [at(labelIds, 0), at(labelIds, 1)];
  expect((await client.definitions.get()).labels[0]?.examples).toBe(1);
  await client.definitions.removeLabel({ labelId, moveAnswersTo });
  expect((await client.examples.list({ filter: { labelId: moveAnswersTo } })).total).toBe(1);
  await backend.close();
});
