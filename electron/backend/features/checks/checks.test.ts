import { expect, test } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import { countTokens } from "./count-tokens.ts";
import { checkQueries } from "./queries.ts";

test("a check finds what is wrong, points at the examples and notices when it is outdated", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B", "C"],
    ([a = "", b = ""]) => [
      ...Array.from({ length: 60 }, (_, index) => ({
        input: `text ${index}`,
        answer: { kind: "classify" as const, labelId: a },
      })),
      { input: "copy", answer: { kind: "classify", labelId: b }, split: "train" },
      { input: " copy ", split: "test" },
      { input: "dispute", answer: { kind: "classify", labelId: a } },
      { input: "dispute", answer: { kind: "classify", labelId: b } },
      { input: " \u00a0\n" },
      { input: "letter, page 1", group: "letter", split: "train" },
      { input: "letter, page 2", group: "letter", split: "test" },
      { input: "word ".repeat(70_000) },
      { input: "rest" },
    ],
  );
  await client.annotations.skip({ exampleId: at(exampleIds, 68) });
  expect(await client.checks.latest()).toBeNull();
  const report = await client.checks.run();
  expect(report).toMatchObject({ ready: true, outdated: false });
  expect(report.counts).toEqual({
    examples: 69,
    labelled: 63,
    unlabelled: 5,
    skipped: 1,
    perLabel: ["A", "B", "C"].map((name, index) => ({
      labelId: labelIds[index],
      name,
      examples: [61, 2, 0][index],
    })),
    perSplit: { train: 2, validation: 0, test: 2 },
  });
  expect(report.tokens.longest).toBeGreaterThan(70_000);
  expect(report.tokens).toMatchObject({ limit: 65_536, estimate: true });

  const behind = async (findingId: string) =>
    (await client.examples.list({ filter: { findingId } })).rows.map(({ exampleId }) =>
      exampleIds.indexOf(exampleId),
    );
  const found = await Promise.all(
    report.findings.map(async ({ findingId, code, examples }) => ({
      code,
      examples,
      behind: await behind(findingId),
    })),
  );
  expect(found).toEqual([
    { code: "conflictingAnswers", examples: 2, behind: [62, 63] },
    { code: "emptyInput", examples: 1, behind: [64] },
    { code: "exactDuplicates", examples: 2, behind: [60, 61] },
    { code: "splitLeakage", examples: 4, behind: [60, 61, 65, 66] },
    { code: "truncated", examples: 1, behind: [67] },
    { code: "tooFewPerLabel", examples: 2, behind: [60, 63] },
    { code: "unusedLabel", examples: 0, behind: [] },
    { code: "unlabelled", examples: 5, behind: [61, 64, 65, 66, 67] },
  ]);
  expect(await client.checks.latest()).toEqual(report);

  await client.examples.removeDuplicates();
  expect(await client.checks.latest()).toEqual({ ...report, outdated: true });
  const again = await client.checks.run();
  expect(again.findings.map(({ code }) => code)).not.toContain("exactDuplicates");
  expect(await behind("exactDuplicates")).toEqual([]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("empty responses are found, and nothing answered blocks", async () => {
  const { client, backend, exampleIds } = await openSeededProject("write", [], () => [
    { input: "q", answer: { kind: "write", response: " \n" } },
    { input: "r" },
  ]);
  const report = await client.checks.run();
  expect(report.ready).toBe(false);
  expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([
    ["tooFewExamples", "blocker"],
    ["emptyResponse", "warning"],
    ["unlabelled", "note"],
  ]);
  const { rows } = await client.examples.list({ filter: { findingId: "emptyResponse" } });
  expect(rows.map(({ exampleId }) => exampleId)).toEqual([exampleIds[0]]);
  // The finding follows what is done about it.
  const value = { kind: "write" as const, response: "s" };
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value });
  expect((await client.examples.list({ filter: { findingId: "unlabelled" } })).total).toBe(0);
  await backend.close();
});

test("a project can be closed while its check runs", async () => {
  const { client, backend } = await openSeededProject("write", [], () =>
    Array.from({ length: 2000 }, (_, index) => ({ input: `text ${index}` })),
  );
  const [checked] = await Promise.allSettled([client.checks.run(), client.projects.close()]);
  expect(checked).toMatchObject({ status: "rejected", reason: { data: { code: "cancelled" } } });
  const [recent] = await client.projects.listRecent();
  await client.projects.open({ recentId: recent?.recentId ?? "" });
  expect(await client.checks.latest()).toBeNull();
  await backend.close();
});

test("13,000 short texts are checked within seconds", async () => {
  const { client, backend } = await openSeededProject("classify", ["A"], ([a = ""]) =>
    Array.from({ length: 13_000 }, (_, index) => ({
      input: `Why was I charged twice for card payment ${index}?`,
      answer: { kind: "classify", labelId: a },
    })),
  );
  const startedAtMs = performance.now();
  const { counts } = await client.checks.run();
  expect(performance.now() - startedAtMs).toBeLessThan(8000);
  expect(counts.labelled).toBe(13_000);
  await backend.close();
});

test.each([
  { name: "nothing", text: "", tokens: 0 },
  { name: "a plain sentence", text: "hello world", tokens: 2 },
  { name: "an endless word", text: "a".repeat(400_000), tokens: 50_000 },
])("tokens of $name", ({ text, tokens }) => {
  expect(countTokens(text)).toBe(tokens);
});

test("a special token is counted as the text it is", () => {
  expect(countTokens("<|endoftext|>")).toBeGreaterThan(1);
});

test("a finding leaves out examples that went while the check was reading", async () => {
  const { client, backend } = await openSeededProject("classify", ["A"], () => [
    { input: "stays" },
  ]);
  const report = await client.checks.run();
  const GONE = 999;
  checkQueries(backend.session().db).save(report, 1, () => [1, GONE]);
  const findingId = at(report.findings, 0).findingId;
  const { rows } = await client.examples.list({ filter: { findingId } });
  expect(rows.map(({ input }) => input)).toEqual(["stays"]);
  await backend.close();
});
