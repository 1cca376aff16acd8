import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

const nine = () => Array.from({ length: 9 }, (_, index) => ({ input: `text ${index}` }));

test("an answer counts at once, supersedes the earlier one and survives a restart with its undo", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a = ""]) => [{ input: "one", answer: { kind: "classify", labelId: a } }, { input: "two" }],
  );
  const exampleId = at(exampleIds, 0);
  const value = { kind: "classify" as const, labelId: at(labelIds, 1) };
  const answered = await client.annotations.answer({ exampleId, value, elapsedMs: 1200 });
  expect(answered.example).toMatchObject({ answer: value, answeredBy: "person" });
  expect(answered.counts).toMatchObject({
    total: 2,
    labelled: 1,
    unlabelled: 1,
    skipped: 0,
    unreviewed: 0,
    flagged: 0,
  });
  expect(await client.history.undo()).toMatchObject({ action: "answer", exampleId });
  const before = await client.examples.get({ exampleId });
  expect(before).toMatchObject({ answeredBy: "import" });
  expect(before.history.map(({ inForce }) => inForce)).toEqual([true, false]);
  expect((await client.annotations.queue({ queue: "unreviewed" })).counts.unreviewed).toBe(1);

  await client.projects.close();
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  await client.history.redo();
  expect((await client.examples.get({ exampleId })).answer).toEqual(value);
  expect((await client.annotations.queue({ queue: "unreviewed" })).counts.unreviewed).toBe(0);
  await backend.close();
});

test("a queue goes on strictly after an example, in file order, narrowed by a filter", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A"],
    nine,
  );
  const value = { kind: "classify" as const, labelId: at(labelIds, 0) };
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value });
  await client.annotations.skip({ exampleId: at(exampleIds, 3) });
  await client.examples.setFlag({ exampleIds: exampleIds.slice(6, 8), flagged: true });
  const queue = async (input: Parameters<typeof client.annotations.queue>[0]) =>
    (await client.annotations.queue(input)).items.map(({ exampleId }) =>
      exampleIds.indexOf(exampleId),
    );
  expect(await queue({ queue: "unlabelled", limit: 4 })).toEqual([0, 2, 4, 5]);
  expect(await queue({ queue: "unlabelled", afterExampleId: at(exampleIds, 5) })).toEqual([
    6, 7, 8,
  ]);
  expect(await queue({ queue: "unlabelled", afterExampleId: at(exampleIds, 8) })).toEqual([]);
  expect(await queue({ queue: "skipped" })).toEqual([3]);
  expect(await queue({ queue: "flagged", afterExampleId: at(exampleIds, 6) })).toEqual([7]);
  expect(await queue({ queue: "all", filter: { text: "TEXT 8" } })).toEqual([8]);
  expect(await queue({ queue: "all", limit: 2, filter: { labelId: at(labelIds, 0) } })).toEqual([
    1,
  ]);
  await backend.close();
});

test("counts stay right through every kind of change", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A"],
    nine,
  );
  const value = { kind: "classify" as const, labelId: at(labelIds, 0) };
  const exampleId = at(exampleIds, 0);
  const none = { asked: 0, disputed: 0, again: 0, awaiting: 0 };
  const countAfresh = async () => {
    const total = async (filter: object) => (await client.examples.list({ filter })).total;
    return {
      ...none,
      total: await total({}),
      labelled: await total({ status: "labelled" }),
      unlabelled: await total({ status: "unlabelled" }),
      skipped: await total({ status: "skipped" }),
      unreviewed: await total({ unreviewed: true }),
      flagged: await total({ flagged: true }),
    };
  };
  const acts = [
    () => client.annotations.answer({ exampleId, value }),
    () => client.annotations.answer({ exampleId, value }),
    () => client.annotations.skip({ exampleId: at(exampleIds, 1) }),
    () => client.examples.setFlag({ exampleIds: exampleIds.slice(0, 3), flagged: true }),
    () => client.annotations.skip({ exampleId }),
    () => client.annotations.clear({ exampleId }),
    () => client.history.undo(),
    () => client.annotations.answer({ exampleId: at(exampleIds, 2), value }),
    () => client.examples.remove({ exampleIds: [at(exampleIds, 2)] }),
    () => client.annotations.answer({ exampleId: at(exampleIds, 3), value }),
  ];
  for (const act of acts) {
    await act();
    const { counts } = await client.annotations.queue({ queue: "all" });
    expect(counts).toEqual(await countAfresh());
  }
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("clearing leaves a trace, skipping leaves none, and neither keeps an answer in force", async () => {
  const { client, backend, exampleIds } = await openSeededProject("write", [], () => [
    { input: "one" },
    { input: "two" },
  ]);
  const [first, second] = [at(exampleIds, 0), at(exampleIds, 1)];
  const value = { kind: "write" as const, response: "Yes." };
  await client.annotations.answer({ exampleId: first, value });
  await client.annotations.answer({ exampleId: second, value });
  const cleared = await client.annotations.clear({ exampleId: first });
  expect(cleared.example).toMatchObject({ status: "unlabelled", answer: null, answeredBy: null });
  const skipped = await client.annotations.skip({ exampleId: second });
  expect(skipped.example).toMatchObject({ status: "skipped", answer: null });
  const historyOf = async (exampleId: string) =>
    (await client.examples.get({ exampleId })).history.map((entry) => entry.value);
  expect(await historyOf(first)).toEqual([value, null]);
  expect(await historyOf(second)).toEqual([value]);
  await client.history.undo();
  expect((await client.examples.get({ exampleId: second })).answer).toEqual(value);
  await backend.close();
});

test("an answer that does not fit changes nothing", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A"],
    nine,
  );
  const exampleId = at(exampleIds, 0);
  await client.annotations.queue({ queue: "all" });
  await expect(
    client.annotations.answer({ exampleId, value: { kind: "write", response: "no" } }),
  ).rejects.toMatchObject({ data: { code: "answerDoesNotFit", params: { detail: "otherTask" } } });
  await client.definitions.removeLabel({ labelId: at(labelIds, 0), moveAnswersTo: null });
  await expect(
    client.annotations.answer({
      exampleId,
      value: { kind: "classify", labelId: at(labelIds, 0) },
    }),
  ).rejects.toMatchObject({ data: { params: { detail: "unknownLabel" } } });
  expect((await client.examples.get({ exampleId })).history).toEqual([]);
  expect((await client.annotations.queue({ queue: "all" })).counts.labelled).toBe(0);
  await backend.close();
});

test("reasons are known from the answers that gave them, the latest first", async () => {
  const { client, backend, exampleIds } = await openSeededProject("rank", [], () =>
    ["one", "two", "three"].map((input) => ({
      input,
      payload: { kind: "rank" as const, responses: ["yes", "no"] },
    })),
  );
  const rank = (index: number, ...reasons: string[]) =>
    client.annotations.answer({
      exampleId: at(exampleIds, index),
      value: { kind: "rank", outcome: "preferred", preferred: 0, reasons },
    });
  await rank(0, "kinder", "shorter");
  await rank(1, "true");
  await rank(2, "kinder");
  expect(await client.annotations.listReasons()).toEqual(["kinder", "true", "shorter"]);
  await client.history.undo();
  expect(await client.annotations.listReasons()).toEqual(["true", "shorter", "kinder"]);
  await backend.close();
});
