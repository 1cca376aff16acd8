import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

const PLAN = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};

/** Sixty answers “A” about cards, ten “B” about loans, one without an answer. */
const openAnswered = () =>
  openSeededProject("classify", ["A", "B"], ([a = "", b = ""]) => [
    ...Array.from({ length: 60 }, (_, index) => ({
      input: `my card number ${index} is lost`,
      answer: { kind: "classify" as const, labelId: a },
    })),
    ...Array.from({ length: 10 }, (_, index) => ({
      input: `how long does loan ${index} take`,
      answer: { kind: "classify" as const, labelId: b },
    })),
    { input: "hello" },
  ]);
type Opened = Awaited<ReturnType<typeof openAnswered>>;

const again = async ({ client }: Opened) =>
  client.annotations.queue({ queue: "again", limit: 100 });

test("a rule keeps its words, its labels, its day and its example", async () => {
  const { client, backend, labelIds, exampleIds } = await openAnswered();
  const before = Date.now();
  const rules = await client.rules.add({
    body: "  A lost card is no stolen one. ",
    labelIds: [at(labelIds, 0)],
    exampleId: at(exampleIds, 3),
  });
  expect(rules).toMatchObject([
    {
      body: "A lost card is no stolen one.",
      labelIds: [at(labelIds, 0)],
      example: { exampleId: at(exampleIds, 3), excerpt: "my card number 3 is lost" },
    },
  ]);
  expect(at(rules, 0).madeAtMs).toBeGreaterThanOrEqual(before);
  await client.history.undo();
  expect(await client.rules.list()).toEqual([]);
  await client.history.redo();
  expect(await client.rules.list()).toEqual(rules);
  // What a rule mentions may leave the project before it does.
  await client.examples.remove({ exampleIds: [at(exampleIds, 3)] });
  await client.definitions.removeLabel({ labelId: at(labelIds, 0), moveAnswersTo: null });
  expect(await client.rules.list()).toMatchObject([{ labelIds: [], example: null }]);
  await backend.close();
});

test.each<{ from: number[]; to?: number[]; concerned: number }>([
  { from: [0], concerned: 60 },
  { from: [1], concerned: 10 },
  { from: [0], to: [1], concerned: 70 },
  { from: [], concerned: 70 },
  { from: [1], to: [], concerned: 70 },
])("changing a rule about $from to $to concerns $concerned answers", async (given) => {
  const opened = await openAnswered();
  const { client, backend, labelIds } = opened;
  const idsOf = (places: number[]) => places.map((place) => at(labelIds, place));
  const [rule] = await client.rules.add({ body: "One.", labelIds: idsOf(given.from) });
  const change = {
    ruleId: `${rule?.ruleId}`,
    ...(given.to ? { labelIds: idsOf(given.to) } : {}),
  };
  expect(await client.rules.concerned(change)).toEqual({ examples: given.concerned });
  const changed = await client.rules.change({ ...change, body: "Two.", revisit: "all" });
  expect(changed.revisited).toBe(given.concerned);
  expect((await again(opened)).counts.again).toBe(given.concerned);
  await client.history.undo();
  expect((await again(opened)).counts.again).toBe(0);
  await client.history.redo();
  expect((await again(opened)).counts.again).toBe(given.concerned);
  await backend.close();
});

test("the forty most like the rule's example are looked at, with the present answer and the rule", async () => {
  const opened = await openAnswered();
  const { client, backend, labelIds, exampleIds } = opened;
  const source = at(exampleIds, 61);
  const [rule] = await client.rules.add({ body: "Loans.", labelIds: [], exampleId: source });
  const ruleId = `${rule?.ruleId}`;
  const { revisited } = await client.rules.change({
    ruleId,
    body: "Any loan.",
    revisit: "nearest",
  });
  expect(revisited).toBe(40);
  const { items } = await again(opened);
  expect(items).toHaveLength(40);
  const ids = items.map(({ exampleId }) => exampleId);
  // All ten about loans are among them, and only then others.
  expect(exampleIds.slice(60, 70).every((id) => ids.includes(id))).toBe(true);
  expect(items.find(({ exampleId }) => exampleId === source)?.answer).toEqual({
    kind: "classify",
    labelId: at(labelIds, 1),
  });
  expect(await client.revisits.rulesOf({ exampleId: source })).toMatchObject([
    { ruleId, body: "Any loan.", retired: false },
  ]);
  await backend.close();
});

test("keeping the answer counts as looked at; undo asks again, also after a restart", async () => {
  const opened = await openAnswered();
  const { client, backend, labelIds } = opened;
  const [rule] = await client.rules.add({ body: "B.", labelIds: [at(labelIds, 1)] });
  await client.rules.remove({ ruleId: `${rule?.ruleId}`, revisit: "all" });
  const { items, counts } = await again(opened);
  expect(counts.again).toBe(10);
  const first = at(items, 0);
  expect(await client.revisits.rulesOf(first)).toMatchObject([{ body: "B.", retired: true }]);
  const { answer, exampleId } = first;
  if (!answer) throw new Error("it was answered");
  const kept = await client.annotations.answer({ exampleId, value: answer });
  expect(kept.counts.again).toBe(9);
  expect(await client.revisits.rulesOf({ exampleId })).toEqual([]);
  const { path } = backend.session();
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  expect((await again(opened)).counts.again).toBe(9);
  await client.history.undo();
  expect((await again(opened)).counts.again).toBe(10);
  await client.history.undo();
  expect((await again(opened)).counts.again).toBe(0);
  expect(await client.rules.list()).toHaveLength(1);
  await backend.close();
});

test("an answer that waits for the same rule already is not asked for twice", async () => {
  const opened = await openAnswered();
  const { client, backend, labelIds } = opened;
  const [rule] = await client.rules.add({ body: "B.", labelIds: [at(labelIds, 1)] });
  const change = { ruleId: `${rule?.ruleId}`, revisit: "all" } as const;
  expect((await client.rules.change({ ...change, body: "C." })).revisited).toBe(10);
  expect((await client.rules.change({ ...change, body: "D." })).revisited).toBe(0);
  expect((await again(opened)).counts.again).toBe(10);
  expect((await client.rules.change({ ...change, body: "E.", revisit: "none" })).revisited).toBe(0);
  await backend.close();
});

test("rules are frozen below the guideline; without any, content keeps its hash", async () => {
  const { client, backend, labelIds } = await openAnswered();
  await client.definitions.saveGuideline({ body: "# Which?\n" });
  const plain = await client.versions.freeze(PLAN);
  expect(plain.guideline).toBe("# Which?\n");
  await client.rules.add({ body: "General.", labelIds: [] });
  await client.rules.add({ body: "A lost card.", labelIds: [at(labelIds, 0)] });
  const ruled = await client.versions.freeze(PLAN);
  const day = new Date().toISOString().slice(0, 10);
  expect(ruled.guideline).toBe(
    `# Which?\n\n## Rulings\n\n- ${day}: **A**: A lost card.\n- ${day}: General.\n`,
  );
  expect(ruled.contentHash).not.toBe(plain.contentHash);
  expect((await client.projects.verify()).problems).toEqual([]);
  await client.history.undo();
  await client.history.undo();
  expect((await client.versions.freeze(PLAN)).versionId).toBe(plain.versionId);
  await backend.close();
});
