import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BulkChange } from "#shared/features/examples/contract.ts";
import { ActionName } from "#shared/features/history/contract.ts";
import type { Db } from "../../db/open.ts";
import {
  answerTexts,
  mergeReturn,
  openColleague,
  openSlice,
  pathOf,
  returnWork,
} from "../../testing/colleagues.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";

/** Every row that an action may change, as SQLite writes it. */
const rowsOf = (db: Db) =>
  [
    "project",
    "label",
    "example",
    "example_text",
    "opinion",
    // Rows of these stay behind, withdrawn.
    "rule where removed_at_ms is null",
    "revisit where done_at_ms is null",
  ].map((table) =>
    db
      .prepare<[], Record<string, unknown>>(`select * from ${table} order by id`)
      .all()
      // The revision only ever grows: it says that something changed, not what.
      .map(({ revision: _revision, ...row }) => row),
  );

type Rows = ReturnType<typeof rowsOf>;
/** What is not put away: the rows of an import stay in the file, so that it can come back. */
const shownOf = ([project = [], labels = [], examples = [], texts = [], ...rest]: Rows): Rows => {
  const isShown = (row: Record<string, unknown>) => row["removed_at_ms"] === null;
  const shown = examples.filter(isShown);
  const ids = new Set(shown.map(({ id }) => id));
  return [project, labels.filter(isShown), shown, texts.filter(({ id }) => ids.has(id)), ...rest];
};
const asTheyAre = (rows: Rows): Rows => rows;

const revisionOf = (db: Db) => db.prepare("select revision from project").pluck().get() as number;

/** Texts that a careless way through JSON would change. */
const ODD = 'a\u0000b "quoted" \\ {x} 007 1e5 \u2028 👩‍🔬';

async function openProject() {
  const opened = await openSeededProject("classify", ["A", "B", "C"], ([a = "", b = ""]) => [
    { input: "one", answer: { kind: "classify", labelId: a } },
    { input: "two", answer: { kind: "classify", labelId: b } },
    { input: "two", answer: { kind: "classify", labelId: b } },
    { input: "three" },
  ]);
  const [a, b, c] = opened.labelIds;
  const [one, two, , three] = opened.exampleIds;
  return {
    ...opened,
    a: `${a}`,
    b: `${b}`,
    c: `${c}`,
    one: `${one}`,
    two: `${two}`,
    three: `${three}`,
  };
}
/** Brings in a file of two rows, one of which says otherwise of the first example. */
async function importFile({ client, backend, folder }: Awaited<ReturnType<typeof openProject>>) {
  const path = join(folder, "rows.csv");
  writeFileSync(path, `text,label\none,C\nnew \u{1F469},a new label\n`);
  const { fileId } = backend.grants.add(path, "read");
  const { jobId, importId } = await client.imports.start({ fileId, again: "update" });
  expect(await backend.session().jobs.settled(jobId)).toMatchObject({ state: "done" });
  return importId;
}

type Opened = Awaited<ReturnType<typeof openProject>>;

async function changeAll(client: Opened["client"], change: BulkChange): Promise<unknown> {
  const { viewId } = await client.examples.browse({});
  return client.examples.change({ selection: { viewId, rows: "all" }, change });
}

const HANDED_OUT = {
  which: "unlabelled" as const,
  count: 1,
  overlapShare: 1,
  to: { name: "Weber" },
};

const ACTS: Record<ActionName, (opened: Opened) => Promise<unknown>> = {
  answer: ({ client, three, a }) =>
    client.annotations.answer({ exampleId: three, value: { kind: "classify", labelId: a } }),
  skip: ({ client, one }) => client.annotations.skip({ exampleId: one }),
  clear: ({ client, one }) => client.annotations.clear({ exampleId: one }),
  flag: ({ client, one, three }) =>
    client.examples.setFlag({ exampleIds: [one, three], flagged: true }),
  removeExamples: ({ client, one }) => client.examples.remove({ exampleIds: [one] }),
  labelExamples: ({ client, c }) => changeAll(client, { kind: "label", labelId: c }),
  setSplit: ({ client }) => changeAll(client, { kind: "split", split: "test" }),
  bringBackExamples: async ({ client, one, three }) => {
    await client.examples.remove({ exampleIds: [one, three] });
    const { viewId } = await client.examples.browse({ filter: { putAway: true } });
    const selection = { viewId, rows: [{ from: 1, to: 1 }] };
    return client.examples.change({ selection, change: { kind: "bringBack" } });
  },
  takeBackEarlier: async ({ client, one, three }) => {
    await client.examples.setFlag({ exampleIds: [one, three], flagged: true });
    await client.examples.setFlag({ exampleIds: [three], flagged: false });
    await client.examples.setFlag({ exampleIds: [three], flagged: true });
    const { entries } = await client.history.timeline({ fromMs: 0 });
    const stepId = `${entries.find(({ steps, examples }) => steps === 1 && examples === 2)?.fromStepId}`;
    await client.history.takeBackEarlier({ fromStepId: stepId, toStepId: stepId });
  },
  removeDuplicates: ({ client }) => client.examples.removeDuplicates(),
  addLabel: ({ client }) => client.definitions.addLabel({ name: `D ${ODD}`, description: ODD }),
  updateLabel: ({ client, a }) =>
    client.definitions.updateLabel({ labelId: a, name: ODD, description: ODD, key: null }),
  moveLabel: ({ client, c }) => client.definitions.moveLabel({ labelId: c, toPosition: 0 }),
  removeLabel: ({ client, b, c }) =>
    client.definitions.removeLabel({ labelId: b, moveAnswersTo: c }),
  saveGuideline: ({ client }) => client.definitions.saveGuideline({ body: ODD }),
  saveSystemPrompt: ({ client }) => client.definitions.saveSystemPrompt({ text: ODD }),
  saveDeskSettings: async ({ client }) => {
    await client.annotations.saveSettings({ blindShare: 0.3 });
  },
  adjudicate: async ({ client, three, a }) => {
    await client.agreement.adjudicate({
      exampleId: three,
      value: { kind: "classify", labelId: a },
      comment: ODD,
    });
  },
  setTaskType: async ({ client, exampleIds }) => {
    await client.examples.remove({ exampleIds });
    return client.definitions.setTaskType({ taskType: "tag" });
  },
  renameProject: ({ client }) => client.projects.rename({ name: ODD }),
  describeProject: ({ client }) =>
    client.projects.describe({ description: ODD, licence: "CC0", attribution: ODD }),
  applyToSimilar: ({ client, one, two, three }) =>
    client.similar.apply({ exampleId: one, mode: "same", exampleIds: [two, three] }),
  addRule: ({ client, one, a }) => client.rules.add({ body: ODD, labelIds: [a], exampleId: one }),
  changeRule: async ({ client, one, a, b }) => {
    const rules = await client.rules.add({ body: ODD, labelIds: [a], exampleId: one });
    const { ruleId } = at(rules, 0);
    return client.rules.change({ ruleId, body: "Plain.", labelIds: [b], revisit: "all" });
  },
  removeRule: async ({ client }) => {
    const { ruleId } = at(await client.rules.add({ body: ODD, labelIds: [] }), 0);
    return client.rules.remove({ ruleId, revisit: "all" });
  },
  import: importFile,
  takeBackImport: async (opened) => {
    const importId = await importFile(opened);
    return opened.client.imports.takeBack({ importId });
  },
  handOut: async ({ client }) => {
    await client.handouts.addPerson({ name: ODD });
    return client.handouts.create({ ...HANDED_OUT, overlapShare: 0 });
  },
  callBackHandout: async ({ client }) => {
    await client.handouts.addPerson({ name: "Owner" });
    await client.handouts.create(HANDED_OUT);
    const [handout] = (await client.handouts.together()).handouts;
    return client.handouts.callBack({ handoutId: `${handout?.handoutId}` });
  },
  mergeReturn: async (opened) => {
    await opened.client.handouts.addPerson({ name: "Owner" });
    const colleague = await openColleague("Weber");
    await openSlice(colleague, pathOf(await opened.client.handouts.create(HANDED_OUT)));
    await answerTexts(colleague, { three: { kind: "classify", labelId: opened.c } });
    await mergeReturn(opened, await returnWork(colleague));
    await colleague.backend.close();
  },
};

/** What has to be so before an act, without being one. */
const GIVEN: Partial<Record<ActionName, (opened: Opened) => void>> = {
  adjudicate: ({ backend }) => void backend.session().experts.ask(4, 1),
};

/** Where an act needs others before it. */
const STEPS: Partial<Record<ActionName, number>> = {
  setTaskType: 2,
  changeRule: 2,
  removeRule: 2,
  bringBackExamples: 2,
  takeBackEarlier: 4,
  takeBackImport: 2,
  callBackHandout: 2,
  mergeReturn: 2,
};

test.each(ActionName.options)(
  "%s is undone, redone and undone again to the letter",
  async (name) => {
    const opened = await openProject();
    const { client, backend } = opened;
    const { db } = backend.session();
    // Something else first, so that undoing goes exactly one step back.
    await client.projects.rename({ name: "Before" });
    GIVEN[name]?.(opened);
    const earlier = rowsOf(db);
    await ACTS[name](opened);
    const after = rowsOf(db);
    const isImport = name === "import" || name === "takeBackImport";
    const seen = isImport ? shownOf : asTheyAre;
    const countsAfter = (await client.annotations.queue({ queue: "all" })).counts;
    expect(after).not.toEqual(earlier);
    const steps = STEPS[name] ?? 1;
    for (let round = 0; round < 2; round += 1) {
      const revision = revisionOf(db);
      expect((await client.history.undo())?.action).toBe(name);
      for (let more = 1; more < steps; more += 1) await client.history.undo();
      expect(seen(rowsOf(db))).toEqual(earlier);
      expect(revisionOf(db)).toBeGreaterThan(revision);
      expect((await client.annotations.queue({ queue: "all" })).counts).toMatchObject({
        total: 4,
        unlabelled: 1,
        labelled: 3,
        flagged: 0,
        skipped: 0,
      });
      for (let step = 0; step < steps; step += 1) await client.history.redo();
      expect(seen(rowsOf(db))).toEqual(seen(after));
      expect((await client.annotations.queue({ queue: "all" })).counts).toEqual(countsAfter);
    }
    expect(db.pragma("foreign_key_check")).toEqual([]);
    await backend.close();
  },
);

test("a bulk action on 10,000 examples is undone, and redone after a restart, to the letter", async () => {
  const seeds = Array.from({ length: 10_000 }, (_, n) => ({ input: `${n} ${ODD}` }));
  const { client, backend } = await openSeededProject("classify", ["A"], ([a = ""]) =>
    seeds.map((seed) => ({ ...seed, answer: { kind: "classify" as const, labelId: a } })),
  );
  const { path, db } = backend.session();
  const before = rowsOf(db);
  const labelId = (await client.definitions.get()).labels[0]?.labelId ?? "";
  await client.definitions.removeLabel({ labelId, moveAnswersTo: null });
  const after = rowsOf(db);
  expect(after).not.toEqual(before);
  expect(await client.history.undo()).toMatchObject({ action: "removeLabel", changes: 10_001 });
  expect(rowsOf(db)).toEqual(before);
  await client.projects.close();
  await client.projects.open({ fileId: backend.grants.add(path, "read").fileId });
  await client.history.redo();
  expect(rowsOf(backend.session().db)).toEqual(after);
  await client.history.undo();
  expect(rowsOf(backend.session().db)).toEqual(before);
  await backend.close();
});

test("undo and redo go on after the project was closed and opened", async () => {
  const { client, backend, a, b } = await openProject();
  const { path, db } = backend.session();
  const before = rowsOf(db);
  await client.definitions.removeLabel({ labelId: b, moveAnswersTo: a });
  const after = rowsOf(db);
  await client.projects.close();
  const { fileId } = backend.grants.add(path, "read");
  await client.projects.open({ fileId });
  await client.history.undo();
  expect(rowsOf(backend.session().db)).toEqual(before);
  await client.projects.close();
  await client.projects.open({ fileId });
  await client.history.redo();
  expect(rowsOf(backend.session().db)).toEqual(after);
  await backend.close();
});

test("an act that changes nothing leaves redo, and the check's report, as they were", async () => {
  const { client, backend, one } = await openProject();
  await client.definitions.saveGuideline({ body: "Be kind." });
  await client.projects.rename({ name: "After" });
  await client.history.undo();
  await client.checks.run();
  await client.definitions.saveGuideline({ body: "Be kind." });
  await client.examples.setFlag({ exampleIds: [one], flagged: false });
  expect((await client.history.state()).redo?.action).toBe("renameProject");
  expect((await client.checks.latest())?.outdated).toBe(false);
  await client.examples.setFlag({ exampleIds: [one], flagged: true });
  expect((await client.history.state()).redo).toBeNull();
  await backend.close();
});

test("an act that fails leaves nothing behind, and undo as it was", async () => {
  const { client, backend, a } = await openProject();
  const { db } = backend.session();
  const before = rowsOf(db);
  const { undo } = await client.history.state();
  await expect(client.definitions.updateLabel({ labelId: a, name: "B" })).rejects.toMatchObject({
    data: { code: "labelNameTaken" },
  });
  expect(rowsOf(db)).toEqual(before);
  expect((await client.history.state()).undo).toEqual(undo);
  expect(at([db.prepare("select count(*) from temp.recording").pluck().get()], 0)).toBe(0);
  await backend.close();
});
