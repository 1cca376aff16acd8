import { afterEach, expect, test, vi } from "vitest";
import {
  isRechecked,
  MIXED_IN_ONE_OF,
  RECHECK_AFTER_ANSWERS,
  RECHECK_AFTER_MS,
} from "#shared/features/revisits/schedule.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

afterEach(() => void vi.useRealTimers());

const EXAMPLES = 200;

async function openUnanswered(recheckShare = 0.3) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-12T09:00:00Z") });
  const opened = await openSeededProject("classify", ["A", "B"], () =>
    Array.from({ length: EXAMPLES }, (_, index) => ({ input: `example ${index}` })),
  );
  await opened.client.annotations.saveSettings({ recheckShare });
  const chosen = opened.exampleIds.filter((id) => isRechecked(id, recheckShare));
  return { ...opened, chosen };
}
type Opened = Awaited<ReturnType<typeof openUnanswered>>;

/** Answers examples from one place to another, all alike. */
async function answer(opened: Opened, exampleIds: readonly string[], label = 0) {
  const value = { kind: "classify" as const, labelId: at(opened.labelIds, label) };
  for (const exampleId of exampleIds) await opened.client.annotations.answer({ exampleId, value });
}
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);
const countAgain = async ({ client }: Opened) =>
  (await client.annotations.queue({ queue: "again" })).counts.again;
const againIds = async ({ client }: Opened) =>
  (await client.annotations.queue({ queue: "again", limit: 100 })).items.map(
    ({ exampleId }) => exampleId,
  );
const pairs = ({ backend }: Opened) => backend.session().revisits.listRecheckedPairs();

test("a few answers are asked for once more, after forty others and half an hour", async () => {
  const opened = await openUnanswered();
  const { backend, exampleIds, chosen } = opened;
  const early = exampleIds.slice(0, 60);
  const expected = chosen.filter((id) => early.includes(id));
  expect(expected.length).toBeGreaterThan(0);
  await answer(opened, early);
  expect(await countAgain(opened)).toBe(0);
  wait(RECHECK_AFTER_MS);
  const due = expected.filter((id) => early.length - early.indexOf(id) > RECHECK_AFTER_ANSWERS + 1);
  expect(await countAgain(opened)).toBe(due.length);
  await answer(opened, exampleIds.slice(60, 60 + RECHECK_AFTER_ANSWERS + 1));
  expect(await countAgain(opened)).toBe(expected.length);
  await backend.close();
});

/** Everything among the first hundred that was chosen is due. */
async function openDue() {
  const opened = await openUnanswered();
  await answer(opened, opened.exampleIds.slice(0, 100));
  wait(RECHECK_AFTER_MS);
  const firstHalf = opened.exampleIds.slice(0, 50);
  return { ...opened, due: opened.chosen.filter((id) => firstHalf.includes(id)) };
}

test("among unanswered examples they look like any other, at most one in ten", async () => {
  const opened = await openDue();
  const { client, backend, exampleIds } = opened;
  const { items } = await client.annotations.queue({ queue: "unlabelled", limit: 30 });
  const old = items.filter(({ exampleId }) => exampleIds.indexOf(exampleId) < 100);
  expect(old.length).toBeGreaterThan(0);
  expect(old.length).toBeLessThanOrEqual(items.length / MIXED_IN_ONE_OF);
  for (const item of items)
    expect(item).toMatchObject({ status: "unlabelled", answer: null, answeredBy: null });
  expect(exampleIds.indexOf(at(items, -1).exampleId)).toBeGreaterThanOrEqual(100);
  const narrowed = await client.annotations.queue({
    queue: "unlabelled",
    filter: { text: "example" },
    limit: 30,
  });
  expect(narrowed.items.every((item) => exampleIds.indexOf(item.exampleId) >= 100)).toBe(true);
  await backend.close();
});

test("a second answer makes a pair, differing or not, and is never asked for a third time", async () => {
  const opened = await openDue();
  const { client, backend, labelIds, due } = opened;
  const { items } = await client.annotations.queue({ queue: "again" });
  expect(items.every(({ answer: known }) => known === null)).toBe(true);
  const [same, other] = [at(due, 0), at(due, 1)];
  await answer(opened, [same]);
  expect(await client.revisits.changedMind()).toBeNull();
  await answer(opened, [other], 1);
  const [first, second] = labelIds.map((labelId) => ({ kind: "classify", labelId }));
  expect(await client.revisits.changedMind()).toMatchObject({
    exampleId: other,
    excerpt: `example ${opened.exampleIds.indexOf(other)}`,
    first,
    firstAtMs: Date.parse("2026-11-12T09:00:00Z"),
    second,
  });
  expect(pairs(opened)).toMatchObject([
    { exampleId: same, first, second: first },
    { exampleId: other, first, second },
  ]);
  // Back to the first answer: how steady the judgement was stays on record.
  await answer(opened, [other]);
  expect(pairs(opened)).toHaveLength(2);
  await answer(opened, opened.exampleIds.slice(100, 160));
  wait(RECHECK_AFTER_MS);
  const again = await client.annotations.queue({ queue: "again", limit: 100 });
  expect(again.items.map(({ exampleId }) => exampleId)).not.toContain(other);
  expect(await client.revisits.changedMind()).toBeNull();
  await backend.close();
});

test("undo takes the pair back and asks anew, also after a restart", async () => {
  const opened = await openDue();
  const { client, backend, due } = opened;
  expect(await againIds(opened)).toContain(at(due, 0));
  await answer(opened, [at(due, 0)], 1);
  expect(await againIds(opened)).not.toContain(at(due, 0));
  const { path } = backend.session();
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  expect(pairs(opened)).toHaveLength(1);
  await client.history.undo();
  expect(pairs(opened)).toEqual([]);
  expect(await againIds(opened)).toContain(at(due, 0));
  await client.history.redo();
  expect(pairs(opened)).toHaveLength(1);
  await backend.close();
});

test("whoever saw the former answer, or changed it, gives no second independent one", async () => {
  const opened = await openDue();
  const { client, backend, due } = opened;
  expect(await againIds(opened)).toContain(at(due, 0));
  await client.examples.get({ exampleId: at(due, 0) });
  await answer(opened, [at(due, 0)], 1);
  expect(pairs(opened)).toEqual([]);
  expect(await againIds(opened)).not.toContain(at(due, 0));
  await backend.close();
});

test("with a share of nothing, nothing is asked for once more; skipping makes no pair", async () => {
  const none = await openUnanswered(0);
  await answer(none, none.exampleIds.slice(0, 100));
  wait(RECHECK_AFTER_MS);
  expect(await countAgain(none)).toBe(0);
  await none.backend.close();
  const opened = await openDue();
  await opened.client.annotations.queue({ queue: "again" });
  await opened.client.annotations.skip({ exampleId: at(opened.due, 0) });
  expect(pairs(opened)).toEqual([]);
  await opened.backend.close();
});

test("what is written is not asked for once more: nobody writes the same twice", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-12T09:00:00Z") });
  const { client, backend, exampleIds } = await openSeededProject("write", [], () =>
    Array.from({ length: 60 }, (_, index) => ({ input: `question ${index}` })),
  );
  await client.annotations.saveSettings({ recheckShare: 1 });
  for (const exampleId of exampleIds)
    await client.annotations.answer({ exampleId, value: { kind: "write", response: "Yes." } });
  wait(RECHECK_AFTER_MS);
  expect((await client.annotations.queue({ queue: "again" })).counts.again).toBe(0);
  await backend.close();
});

test("where a changed rule is told, the former answer is shown and makes no pair", async () => {
  const opened = await openDue();
  const { client, backend, due } = opened;
  const [rule] = await client.rules.add({ body: "A.", labelIds: [] });
  await client.rules.change({ ruleId: `${rule?.ruleId}`, body: "B.", revisit: "all" });
  const { items } = await client.annotations.queue({ queue: "again", limit: 100 });
  expect(items).toHaveLength(100);
  expect(items.every(({ answer: known }) => known !== null)).toBe(true);
  await answer(opened, [at(due, 0)], 1);
  expect(pairs(opened)).toEqual([]);
  await backend.close();
});
