import { expect, test } from "vitest";
import { openImportProject } from "../../../testing/open-import-project.ts";

const OLD = "id,text,label,set,note\n1,one,a,train,x\n2,two,b,test,\n3,three,,,\n4,four,a,,\n";
const NEW =
  "id,text,label,set,note\n4,four,c,,\n3,three,b,,\n2,two,b,test,\n1,ONE!,b,validation,y\n";
const mapping = [
  { column: "id", role: "id" as const },
  { column: "text", role: "input" as const },
  { column: "label", role: "label" as const },
  { column: "set", role: "split" as const },
];

/** Everything that an update may touch, as the file has it. */
const stored = (db: { prepare(sql: string): { all(): unknown[] } }) =>
  db
    .prepare(
      `select e.*, t.external_id, t.input, t.fields from example e join example_text t on t.id = e.id
       where e.removed_at_ms is null order by e.id`,
    )
    .all();

test("an edited, re-ordered file updates what it knows; undo gives every text and answer back", async () => {
  const { client, backend, grant, review, bringIn, shown, idOf, reopen } =
    await openImportProject();
  await bringIn(grant("old.csv", OLD), { mapping });
  const before = stored(backend.session().db);
  const exampleId = await idOf("one");
  const fileId = grant("new.csv", NEW);
  expect(await review(fileId, { mapping })).toMatchObject({
    fresh: 0,
    known: 1,
    changed: 3,
    matchedBy: "id",
    newLabels: [{ name: "c", rows: 1 }],
    suggested: "update",
  });
  const record = await bringIn(fileId, { mapping, again: "update" });
  expect(record).toMatchObject({
    rowsRead: 4,
    imported: 0,
    updated: 3,
    duplicatesOfEarlierImport: 1,
  });
  expect(await shown()).toEqual([
    ["ONE!", "b", "import"],
    ["two", "b", "import"],
    ["three", "b", "import"],
    ["four", "c", "import"],
  ]);
  const changed = await client.examples.get({ exampleId });
  expect(changed).toMatchObject({ split: "validation", fields: { note: "y" }, externalId: "1" });
  expect(changed.history.map(({ inForce }) => inForce)).toEqual([false, true]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  const after = stored(backend.session().db);
  for (let round = 0; round < 2; round += 1) {
    expect((await client.history.undo())?.action).toBe("import");
    expect(stored(backend.session().db)).toEqual(before);
    await reopen();
    expect((await client.history.redo())?.action).toBe("import");
    expect(stored(backend.session().db)).toEqual(after);
  }
  // The same again says nothing new.
  expect(await review(fileId, { mapping })).toMatchObject({
    known: 4,
    changed: 0,
    suggested: "skip",
  });
  await backend.close();
});

test("what a person answered stays in force; the file's other answer joins the history, flagged", async () => {
  const { client, backend, grant, bringIn, shown, idOf, label } = await openImportProject();
  await bringIn(grant("old.csv", OLD), { mapping });
  await label("four", "b");
  await client.annotations.skip({ exampleId: await idOf("three") });
  await bringIn(grant("new.csv", NEW), { mapping, again: "update" });
  expect(await shown()).toEqual([
    ["ONE!", "b", "import"],
    ["two", "b", "import"],
    ["three", null, null],
    ["four", "b", "person"],
  ]);
  const four = await client.examples.get({ exampleId: await idOf("four") });
  expect(four).toMatchObject({ flagged: true, status: "labelled" });
  expect(four.history.map(({ answeredBy, inForce }) => [answeredBy, inForce])).toEqual([
    ["import", false],
    ["person", true],
    ["import", false],
  ]);
  const three = await client.examples.get({ exampleId: await idOf("three") });
  expect(three).toMatchObject({ flagged: true, status: "skipped" });
  const { items } = await client.annotations.queue({ queue: "unreviewed", limit: 10 });
  expect(items.map(({ input }) => input)).toEqual(["ONE!", "two", "four"]);
  await backend.close();
});

test("a text that was edited keeps its answer and is to be looked at again", async () => {
  const { client, backend, grant, bringIn, shown, label } = await openImportProject();
  await bringIn(grant("old.csv", "id,text,label\n1,one,a\n2,two,b\n"));
  await label("one", "b");
  // The file still says what it said of the first; of the second it says nothing any more.
  await bringIn(grant("new.csv", "id,text,label\n1,one more,a\n2,two more,\n"), {
    again: "update",
  });
  expect(await shown()).toEqual([
    ["one more", "b", "person"],
    ["two more", "b", "import"],
  ]);
  const { items } = await client.annotations.queue({ queue: "unreviewed", limit: 10 });
  expect(items.map(({ input, flagged }) => [input, flagged])).toEqual([
    ["one more", false],
    ["two more", false],
  ]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("passages that an edited text no longer holds leave the answer in the history, never in force", async () => {
  const { client, backend, grant, bringIn, idOf } = await openImportProject("extract");
  await client.definitions.addLabel({ name: "place" });
  const labelId = (await client.definitions.get()).labels[0]?.labelId ?? "";
  await bringIn(grant("old.csv", "id,text\n1,Ann in Rome\n2,Bob in Oslo\n"));
  for (const input of ["Ann in Rome", "Bob in Oslo"])
    await client.annotations.answer({
      exampleId: await idOf(input),
      value: { kind: "extract", spans: [{ start: 7, end: 11, labelId }] },
    });
  await bringIn(grant("new.csv", "id,text\n1,Ann\n2,Bob in Oslo!\n"), { again: "update" });
  const ann = await client.examples.get({ exampleId: await idOf("Ann") });
  expect(ann).toMatchObject({ status: "unlabelled", flagged: true, answer: null });
  expect(ann.history).toHaveLength(1);
  const bob = await client.examples.get({ exampleId: await idOf("Bob in Oslo!") });
  expect(bob).toMatchObject({ status: "labelled", flagged: false });
  await client.history.undo();
  expect((await client.examples.get({ exampleId: ann.exampleId })).answer).not.toBeNull();
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});
