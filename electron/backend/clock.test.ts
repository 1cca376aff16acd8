import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { at } from "./testing/open-seeded-project.ts";
import { openTestBackend } from "./testing/test-backend.ts";

const TEN_YEARS_MS = 10 * 365.25 * 24 * 60 * 60 * 1000;
/** Forth and back by ten years, over the end of 32-bit seconds, into and out of summer time. */
const MOMENTS = [
  "2026-06-01T12:00:00Z",
  "2036-06-01T12:00:00Z",
  "2016-06-01T12:00:00Z",
  "2038-01-19T03:14:08Z",
  "2026-10-25T00:59:59Z",
  "2026-03-29T01:00:01Z",
  "1999-12-31T23:59:59Z",
];

afterEach(() => void vi.useRealTimers());

function jumpTo(index: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(MOMENTS[index % MOMENTS.length] ?? 0) });
}

async function bring(
  { client, backend, folder }: ReturnType<typeof openTestBackend>,
  name: string,
) {
  const path = join(folder, name);
  writeFileSync(path, `text,label\n${name} one,a\n${name} two,b\n`);
  const { fileId } = backend.grants.add(path, "read");
  const { jobId, importId } = await client.imports.start({ fileId });
  expect((await backend.session().jobs.settled(jobId)).state).toBe("done");
  return { jobId, importId };
}

test("however the clock jumps, everything stays in the order in which it happened", async () => {
  const opened = openTestBackend();
  const { client, backend } = opened;
  jumpTo(0);
  await client.projects.create({ name: "Clock", taskType: "classify" });
  const imports = [];
  for (let index = 0; index < MOMENTS.length; index += 1) {
    jumpTo(index);
    imports.push(await bring(opened, `file ${index}.csv`));
  }
  const listed = await client.imports.list();
  expect(listed.map(({ importId }) => importId)).toEqual(
    imports.map(({ importId }) => importId).toReversed(),
  );
  const jobs = await client.jobs.list({ active: false });
  expect(jobs.map(({ jobId }) => jobId)).toEqual(imports.map(({ jobId }) => jobId).toReversed());
  const { rows } = await client.examples.list({ limit: 50 });
  expect(rows.map(({ input }) => input)).toEqual(
    MOMENTS.flatMap((_, index) => [`file ${index}.csv one`, `file ${index}.csv two`]),
  );

  const { exampleId } = at(rows, 0);
  const { labels } = await client.definitions.get();
  const answers: string[] = [];
  for (const index of MOMENTS.keys()) {
    jumpTo(index);
    const { labelId } = at(labels, index % 2);
    answers.push(labelId);
    await client.annotations.answer({ exampleId, value: { kind: "classify", labelId } });
  }
  const { history, answer } = await client.examples.get({ exampleId });
  const given = history.flatMap(({ value }) => (value?.kind === "classify" ? value.labelId : []));
  expect([
    given.slice(-answers.length),
    given.slice(0, answers.length).toReversed(),
  ]).toContainEqual(answers);
  expect(history.filter(({ inForce }) => inForce)).toHaveLength(1);
  expect(answer).toEqual({ kind: "classify", labelId: answers.at(-1) });

  jumpTo(2);
  for (const _ of answers) await client.history.undo();
  expect((await client.examples.get({ exampleId })).answeredBy).toBe("import");
  jumpTo(1);
  for (const labelId of answers) {
    await client.history.redo();
    const { answer: again } = await client.examples.get({ exampleId });
    expect(again).toEqual({ kind: "classify", labelId });
  }
  const numbers: number[] = [];
  for (const index of [1, 2, 0]) {
    jumpTo(index);
    await client.projects.rename({ name: `Clock ${index}` });
    await client.definitions.saveGuideline({ body: `Edition ${index}` });
    numbers.push((await client.versions.freeze({})).number);
  }
  expect(numbers).toEqual([1, 2, 3]);
  expect((await client.definitions.get()).guideline).toMatchObject({
    body: "Edition 0",
    version: 3,
  });
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("the projects opened last come first, even when the clock was set back in between", async () => {
  const { client, backend } = openTestBackend();
  for (const [index, name] of ["First", "Second", "Third"].entries()) {
    jumpTo(index === 0 ? 1 : index === 1 ? 2 : 0);
    await client.projects.create({ name, taskType: "classify" });
  }
  await client.projects.close();
  const recent = await client.projects.listRecent();
  expect(recent.map(({ name }) => name)).toEqual(["Third", "Second", "First"]);
  await backend.close();
});

test("a clock that is set back while a job runs makes no progress message late or lost", async () => {
  const opened = openTestBackend();
  const { client, backend, folder } = opened;
  await client.projects.create({ name: "Clock", taskType: "classify" });
  const path = join(folder, "big.csv");
  writeFileSync(path, `text\n${Array.from({ length: 30_000 }, (_, n) => `row ${n}\n`).join("")}`);
  const { fileId } = backend.grants.add(path, "read");
  const { jobId } = await client.imports.start({ fileId });
  const phases = new Set<string>();
  for await (const { progress, state } of await client.jobs.watch({ jobId })) {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - TEN_YEARS_MS / 100 });
    phases.add(`${state} ${progress.phase}`);
  }
  expect(phases).toContain("done finishing");
  expect((await client.examples.list({ limit: 1 })).total).toBe(30_000);
  await backend.close();
});
