import { expect, test } from "vitest";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { SimilarFound, SimilarMode } from "#shared/features/similar/contract.ts";
import type { Db } from "../../db/open.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import type { Seed } from "../../testing/seed-examples.ts";
import type { TestBackend } from "../../testing/test-backend.ts";

const label = (labelId = ""): AnswerValue => ({ kind: "classify", labelId });
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
const rowsOf = (db: Db) => db.prepare("select * from example order by id").all();

async function find(client: TestBackend["client"], exampleId: string, mode?: SimilarMode) {
  let found: SimilarFound | null = null;
  for await (const news of await client.similar.find({ exampleId, ...(mode ? { mode } : {}) }))
    if (news.kind === "found") found = news.found;
  if (!found) throw new Error("the search ended without a result");
  return found;
}
const idsIn = (list: { exampleId: string }[]) => list.map(({ exampleId }) => exampleId);

const CARDS = [
  "I lost my card on the train yesterday",
  "I lost my card on the bus yesterday",
  "Yesterday my card was lost on a train",
  "Lost my card, on the train I think",
];

test("alike and answered otherwise is listed, a person's answers apart, others' not at all", async () => {
  const { client, backend, exampleIds, labelIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a, b]) => [
      { input: at(CARDS, 0) },
      { input: at(CARDS, 1), answer: label(b) },
      { input: at(CARDS, 2) },
      { input: at(CARDS, 3), answer: label(a) },
      { input: "What is the exchange rate for dollars?" },
      { input: `${at(CARDS, 0)} evening` },
      { input: `${at(CARDS, 1)} night` },
    ],
  );
  const [a, b] = labelIds;
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value: label(a) });
  await client.annotations.answer({ exampleId: at(exampleIds, 2), value: label(b) });
  await client.annotations.skip({ exampleId: at(exampleIds, 6) });
  const { db, experts } = backend.session();
  db.transaction(() => experts.ask(6, experts.getPersonKey()))();
  const found = await find(client, at(exampleIds, 0));
  expect(found).toMatchObject({ mode: "same", modes: ["same"], leftOut: 1, compared: 7 });
  expect(idsIn(found.open)).toEqual([at(exampleIds, 1)]);
  expect(found.open[0]).toMatchObject({ answer: label(b), proposed: label(a) });
  expect(new Set(idsIn(found.byPerson))).toEqual(new Set([at(exampleIds, 2), at(exampleIds, 6)]));
  const chosen = [1, 2, 5].map((place) => at(exampleIds, place));
  const apply = { exampleId: at(exampleIds, 0), mode: "same" as const, exampleIds: chosen };
  expect(await client.similar.apply(apply)).toEqual({ changed: 2 });
  expect((await find(client, at(exampleIds, 0))).open).toEqual([]);
  expect((await client.examples.get({ exampleId: at(exampleIds, 2) })).answer).toEqual(label(a));
  await client.history.undo();
  expect((await client.examples.get({ exampleId: at(exampleIds, 2) })).answer).toEqual(label(b));
  await backend.close();
});

test("tags take over the change, or the whole set if asked for", async () => {
  const { client, backend, exampleIds } = await openSeededProject("tag", ["A", "B", "C"], (ids) => {
    const [a = "", b = "", c = ""] = ids;
    return [
      { input: at(CARDS, 0), answer: tags(a) },
      { input: at(CARDS, 1), answer: tags(a, c) },
      { input: at(CARDS, 2), answer: tags(b) },
      { input: at(CARDS, 3) },
    ];
  });
  const [a = "", b = "", c = ""] = (await client.definitions.get()).labels.map(
    ({ labelId }) => labelId,
  );
  const exampleId = at(exampleIds, 0);
  await client.annotations.answer({ exampleId, value: tags(b) });
  const change = await find(client, exampleId);
  expect(change.modes).toEqual(["change", "same"]);
  expect(change.open.map(({ proposed }) => proposed)).toEqual([tags(c, b)]);
  const same = await find(client, exampleId, "same");
  expect(new Set(idsIn(same.open))).toEqual(new Set([at(exampleIds, 1), at(exampleIds, 3)]));
  await client.similar.apply({
    exampleId,
    mode: "change",
    exampleIds: exampleIds.slice(1),
  });
  const answers = (await client.examples.list({})).rows.map(({ answer }) => answer);
  expect(answers).toEqual([tags(b), tags(c, b), tags(b), null]);
  expect(a).not.toBe(b);
  await backend.close();
});

test("marked strings are marked everywhere, whole words only, in code points", async () => {
  const { client, backend, exampleIds, labelIds } = await openSeededProject(
    "extract",
    ["Drug"],
    () => [
      { input: "take aspirin daily" },
      { input: "😀 aspirin, then aspirin again" },
      { input: "aspirins are many" },
      { input: "nothing of the kind" },
    ],
  );
  const labelId = at(labelIds, 0);
  const exampleId = at(exampleIds, 0);
  const value: AnswerValue = { kind: "extract", spans: [{ start: 5, end: 12, labelId }] };
  await client.annotations.answer({ exampleId, value });
  const found = await find(client, exampleId);
  expect(idsIn(found.open)).toEqual([at(exampleIds, 1)]);
  await client.similar.apply({ exampleId, mode: "same", exampleIds: exampleIds.slice(1) });
  const answers = (await client.examples.list({})).rows.map(({ answer }) => answer);
  expect(answers).toEqual([
    value,
    {
      kind: "extract",
      spans: [
        { start: 2, end: 9, labelId },
        { start: 16, end: 23, labelId },
      ],
    },
    null,
    null,
  ]);
  await backend.close();
});

test("texts are gone through one by one, in a queue of just these", async () => {
  const { client, backend, exampleIds } = await openSeededProject("write", [], () =>
    [...CARDS, "an exchange rate"].map((input) => ({ input })),
  );
  const exampleId = at(exampleIds, 0);
  await client.annotations.answer({ exampleId, value: { kind: "write", response: "Yes." } });
  const found = await find(client, exampleId);
  expect(found).toMatchObject({ mode: "oneByOne", modes: ["oneByOne"] });
  expect(new Set(idsIn(found.open))).toEqual(new Set(exampleIds.slice(1, 4)));
  const filter = { exampleIds: idsIn(found.open) };
  const { items } = await client.annotations.queue({ queue: "all", filter });
  expect(idsIn(items)).toEqual(exampleIds.slice(1, 4));
  expect((await client.examples.browse({ filter })).total).toBe(3);
  const apply = { exampleId, mode: "oneByOne" as const, exampleIds: filter.exampleIds };
  await expect(client.similar.apply(apply)).rejects.toMatchObject({
    data: { code: "answerDoesNotFit" },
  });
  await backend.close();
});

const WORDS = ["card", "loan", "rate", "fee", "limit", "branch", "app", "login", "phone", "cheque"];

/** Texts of usual words with a few rare ones among them. */
const usualText = (index: number): string =>
  [index, index >> 2, index >> 4, index >> 7].map((n) => at(WORDS, n % WORDS.length)).join(" ");

test("of more texts than can be compared, those with rare words in common are found by the index", async () => {
  const alike = [7000, 21_000, 34_999];
  const { client, backend, exampleIds, labelIds } = await openSeededProject("classify", ["A"], () =>
    Array.from({ length: 35_000 }, (_, index): Seed => ({
      input: alike.includes(index)
        ? `${usualText(index)} zebra quagga ${index}`
        : `${usualText(index)} ${index}`,
    })),
  );
  backend.session().search.finish();
  const exampleId = at(exampleIds, 7000);
  await client.annotations.answer({ exampleId, value: label(at(labelIds, 0)) });
  const found = await find(client, exampleId);
  expect(found.compared).toBeLessThanOrEqual(20_000);
  expect(idsIn(found.open.slice(0, 2)).toSorted()).toEqual(
    [at(exampleIds, 21_000), at(exampleIds, 34_999)].toSorted(),
  );
  await backend.close();
});

test("10,000 examples get the answer in one step, undone and redone after a restart to the letter", async () => {
  const { client, backend, exampleIds, labelIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([, b]) =>
      Array.from({ length: 10_001 }, (_, index) => ({
        input: `lost card number ${index}`,
        ...(index % 3 === 0 ? { answer: label(b) } : {}),
      })),
  );
  const exampleId = at(exampleIds, 0);
  await client.annotations.answer({ exampleId, value: label(labelIds[0]) });
  const { path, db } = backend.session();
  const before = rowsOf(db);
  const input = { exampleId, mode: "same" as const, exampleIds: exampleIds.slice(1) };
  expect(await client.similar.apply(input)).toEqual({ changed: 10_000 });
  const after = rowsOf(db);
  expect(await client.history.undo()).toMatchObject({ action: "applyToSimilar", changes: 10_000 });
  expect(rowsOf(db)).toEqual(before);
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  await client.history.redo();
  expect(rowsOf(backend.session().db)).toEqual(after);
  await client.history.undo();
  expect(rowsOf(backend.session().db)).toEqual(before);
  await backend.close();
});

test("a search that nobody waits for any more ends, and the file can be closed", async () => {
  const { client, backend, exampleIds } = await openSeededProject("classify", ["A"], () =>
    Array.from({ length: 20_000 }, (_, index) => ({ input: `${usualText(index)} `.repeat(12) })),
  );
  const abort = new AbortController();
  const news = await client.similar.find(
    { exampleId: at(exampleIds, 0) },
    { signal: abort.signal },
  );
  const reading = (async () => {
    for await (const each of news) if (each.kind === "progress") abort.abort();
  })();
  await reading.catch(() => undefined);
  await backend.close();
  expect(backend.current()).toBeNull();
});
