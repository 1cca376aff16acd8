import { expect, test } from "vitest";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import { at, openSeededProject } from "../../../testing/open-seeded-project.ts";

const TEXTS = [
  "My card was stolen in Łódź",
  "Refund the café bill, please",
  "card_payment of 50% failed\u0000then the hidden tail",
  "失くしたカードを止めてください",
  "Ein ÄRGERNIS mit der Karte",
  "the stolen refund card",
];

async function openTexts() {
  const opened = await openSeededProject("write", [], () => TEXTS.map((input) => ({ input })));
  const found = async (filter: ExampleFilter) => {
    const { rows, total } = await opened.client.examples.browse({ filter });
    expect(total).toBe(rows.length);
    return rows.map(({ exampleId }) => opened.exampleIds.indexOf(exampleId));
  };
  return { ...opened, found };
}

const SEARCHES: [typed: string, found: number[]][] = [
  ["card", [0, 2, 5]],
  ["stolen card", [0, 5]],
  ["stolen ca", [0, 5]],
  ["ca stolen", []],
  ['"stolen card"', []],
  ['"refund card"', [5]],
  ["card -refund", [0, 2]],
  ["-card", [1, 3, 4]],
  ["cafe", [1]],
  ["CAFÉ", [1]],
  ["argernis", [4]],
  ["50%", [2]],
  ["d_p", [2]],
  ["tail", [2]],
  ["%failed", []],
  ["カード", [3]],
  ["止めて", [3]],
  ["OR", []],
  ['NEAR("card" *', []],
  ['"', [0, 1, 2, 3, 4, 5]],
  ["-", []],
  ["(a+)+$", []],
  ["input:card", []],
  ["\u001b[31m", []],
];

test.each([false, true])(
  "whatever is typed is searched for, and the same is found (index ready: %s)",
  async (isReady) => {
    const { backend, found } = await openTexts();
    if (isReady) backend.session().search.finish();
    for (const [typed, wanted] of SEARCHES)
      expect([typed, await found({ text: typed })]).toEqual([typed, wanted]);
    await backend.close();
  },
);

test("an answer is found as soon as it is given, and no longer once it is taken back", async () => {
  const { client, backend, exampleIds, found } = await openTexts();
  const { search } = backend.session();
  search.finish();
  const value = { kind: "write" as const, response: "Blocked at once" };
  await client.annotations.answer({ exampleId: at(exampleIds, 1), value });
  for (const prepare of [() => {}, () => search.finish()]) {
    prepare();
    expect(await found({ text: "blocked" })).toEqual([1]);
  }
  await client.history.undo();
  for (const prepare of [() => {}, () => search.finish()]) {
    prepare();
    expect(await found({ text: "blocked" })).toEqual([]);
  }
  await backend.close();
});

test("conditions narrow one another", async () => {
  const { client, backend, labelIds, exampleIds } = await openSeededProject(
    "classify",
    ["A", "B"],
    ([a = "", b = ""]) => [
      { input: "short", answer: { kind: "classify", labelId: a }, importId: "first" },
      { input: "a good deal longer", answer: { kind: "classify", labelId: b }, split: "test" },
      { input: "not answered", importId: "first" },
      { input: "put away" },
    ],
  );
  const before = Date.now();
  await client.annotations.answer({
    exampleId: at(exampleIds, 2),
    value: { kind: "classify", labelId: at(labelIds, 0) },
  });
  await client.examples.remove({ exampleIds: [at(exampleIds, 3)] });
  const find = async (filter: ExampleFilter) =>
    (await client.examples.browse({ filter })).rows.map(({ exampleId }) =>
      exampleIds.indexOf(exampleId),
    );
  expect(await find({ labelId: at(labelIds, 0) })).toEqual([0, 2]);
  expect(await find({ labelId: at(labelIds, 0), answeredBy: "person" })).toEqual([2]);
  expect(await find({ answeredBy: "import", importId: "first" })).toEqual([0]);
  expect(await find({ answeredFromMs: before })).toEqual([2]);
  expect(await find({ answeredBeforeMs: before })).toEqual([0, 1]);
  expect(await find({ minCharacters: 6, maxCharacters: 12 })).toEqual([2]);
  expect(await find({ importedFromMs: 1 })).toEqual([]);
  expect(await find({ putAway: true })).toEqual([3]);
  const { undo } = await client.history.state();
  expect(await find({ changedFromStepId: `${undo?.stepId}` })).toEqual([]);
  expect(await find({ changedFromStepId: `${undo?.stepId}`, putAway: true })).toEqual([3]);
  await backend.close();
});

test("a list keeps its places while the project changes, until it is asked for anew", async () => {
  const { client, backend, exampleIds } = await openTexts();
  const filter: ExampleFilter = { flagged: false };
  const { viewId } = await client.examples.browse({ filter });
  await client.examples.setFlag({ exampleIds: [at(exampleIds, 0)], flagged: true });
  const same = await client.examples.browse({ filter, viewId, offset: 1, limit: 1 });
  expect(same.rows[0]?.exampleId).toBe(exampleIds[1]);
  const anew = await client.examples.browse({ filter });
  expect(anew.total).toBe(TEXTS.length - 1);
  expect(anew.viewId).not.toBe(viewId);
  await expect(client.examples.count({ viewId: "gone" })).rejects.toMatchObject({
    data: { code: "listOutdated" },
  });
  await backend.close();
});

test("filters are kept under their names, in the project", async () => {
  const { client, backend } = await openTexts();
  await client.examples.saveFilter({ name: "Cards", filter: { text: "card" } });
  await client.examples.saveFilter({ name: "Cards", filter: { text: "card", flagged: true } });
  const saved = await client.examples.saveFilter({ name: "Long", filter: { minCharacters: 400 } });
  expect(saved.map(({ name }) => name)).toEqual(["Cards", "Long"]);
  const { path } = backend.session();
  await client.projects.close();
  await backend.openProject(path);
  const [cards] = await client.examples.listFilters();
  expect(cards?.filter).toEqual({ text: "card", flagged: true });
  expect(await client.examples.removeFilter({ filterId: `${cards?.filterId}` })).toHaveLength(1);
  await backend.close();
});
