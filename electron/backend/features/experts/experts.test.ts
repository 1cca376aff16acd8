import { expect, test } from "vitest";
import { at } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";
import { openTestBackend } from "../../testing/test-backend.ts";
import type { Person } from "./person.ts";

const anna: Person = { annotatorId: "person-anna", name: "Anna", publicKey: null };
const ben: Person = { annotatorId: "person-ben", name: "Ben", publicKey: null };

/** Two people at one computer; both are asked about the first two of three examples. */
async function openAsked() {
  let present: Person | null = anna;
  const opened = openTestBackend(undefined, { person: () => present });
  const { client, backend } = opened;
  await client.projects.create({ name: "Letters", taskType: "classify" });
  for (const name of ["urgent", "later"]) await client.definitions.addLabel({ name });
  const labelIds = (await client.definitions.get()).labels.map(({ labelId }) => labelId);
  const { db, experts } = backend.session();
  const exampleIds = seedExamples(db, [{ input: "one" }, { input: "two" }, { input: "three" }]);
  const sitDown = (person: Person) => {
    present = person;
    return db.transaction(() => experts.getPersonKey())();
  };
  for (const person of [ben, anna]) {
    const key = sitDown(person);
    for (const exampleKey of [1, 2]) experts.ask(exampleKey, key);
  }
  const answer = (index: number, label: number) =>
    client.annotations.answer({
      exampleId: at(exampleIds, index),
      value: { kind: "classify", labelId: at(labelIds, label) },
    });
  const queue = async (name: "asked" | "disputed" | "unlabelled" | "all") => {
    const { items, counts } = await client.annotations.queue({ queue: name });
    return { ids: items.map(({ exampleId }) => exampleIds.indexOf(exampleId)), items, counts };
  };
  return { ...opened, exampleIds, labelIds, sitDown, answer, queue };
}

test("a second opinion is given without seeing the first; the same answer is in force", async () => {
  const { backend, client, exampleIds, labelIds, sitDown, answer, queue } = await openAsked();
  expect((await queue("asked")).ids).toEqual([0, 1]);
  await answer(0, 0);
  expect((await queue("asked")).ids).toEqual([1]);
  sitDown(ben);
  const seen = await queue("all");
  expect(seen.items[0]).toMatchObject({ status: "unlabelled", answer: null, answeredBy: null });
  expect(await client.examples.get({ exampleId: at(exampleIds, 0) })).toMatchObject({
    answer: null,
    history: [],
  });
  const { rows } = await client.examples.browse({});
  expect(rows[0]).toMatchObject({ status: "unlabelled", labelIds: [], answeredBy: null });
  expect((await client.examples.list({})).rows[0]).toMatchObject({ answer: null });
  expect(seen.counts).toMatchObject({ asked: 2, labelled: 1, disputed: 0 });
  const { example, counts } = await answer(0, 0);
  expect(example.answer).toEqual({ kind: "classify", labelId: at(labelIds, 0) });
  expect(counts).toMatchObject({ asked: 1, labelled: 1, disputed: 0, total: 3 });
  await backend.close();
});

test("different answers are nobody's until somebody decides; undo opens the dispute again", async () => {
  const { backend, client, exampleIds, sitDown, answer, queue } = await openAsked();
  await answer(0, 0);
  sitDown(ben);
  const { counts } = await answer(0, 1);
  expect(counts).toMatchObject({ disputed: 1, labelled: 0, unlabelled: 2, asked: 1 });
  expect((await queue("disputed")).ids).toEqual([0]);
  expect((await queue("unlabelled")).ids).toEqual([1, 2]);
  await client.history.undo();
  expect((await queue("disputed")).counts).toMatchObject({ disputed: 0, labelled: 1, asked: 2 });
  await client.history.redo();
  sitDown({ annotatorId: "person-chief", name: "Chief", publicKey: null });
  const decided = await answer(0, 1);
  expect(decided.example).toMatchObject({ status: "labelled", answeredBy: "person" });
  expect(decided.counts).toMatchObject({ disputed: 0, labelled: 1 });
  await client.history.undo();
  expect((await queue("disputed")).ids).toEqual([0]);
  expect(await client.examples.get({ exampleId: at(exampleIds, 0) })).toMatchObject({
    answer: null,
  });
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("an answer that comes after the decision and differs opens the dispute again", async () => {
  const { backend, sitDown, answer, queue } = await openAsked();
  await answer(0, 0);
  sitDown({ annotatorId: "person-chief", name: "Chief", publicKey: null });
  await answer(0, 0);
  sitDown(ben);
  expect((await answer(0, 1)).counts).toMatchObject({ disputed: 1, labelled: 0 });
  expect((await queue("disputed")).ids).toEqual([0]);
  await backend.close();
});

test("removing a label changes what everybody answered with it", async () => {
  const { backend, client, labelIds, sitDown, answer, queue } = await openAsked();
  await answer(0, 0);
  sitDown(ben);
  await answer(0, 1);
  await client.definitions.removeLabel({
    labelId: at(labelIds, 1),
    moveAnswersTo: at(labelIds, 0),
  });
  const { items, counts } = await queue("all");
  expect(items[0]?.answer).toEqual({ kind: "classify", labelId: at(labelIds, 0) });
  expect(counts).toMatchObject({ disputed: 0, labelled: 1 });
  await client.history.undo();
  expect((await queue("all")).counts).toMatchObject({ disputed: 1, labelled: 0 });
  await backend.close();
});

test("the person of a project from before people had names becomes whoever answers first", async () => {
  const { client, backend } = openTestBackend(undefined, { person: () => null });
  await client.projects.create({ name: "Old", taskType: "classify" });
  await client.definitions.addLabel({ name: "urgent" });
  const { labels } = await client.definitions.get();
  const { db, path } = backend.session();
  const exampleIds = seedExamples(db, [{ input: "one" }, { input: "two" }]);
  const value = { kind: "classify" as const, labelId: at(labels, 0).labelId };
  await client.annotations.answer({ exampleId: at(exampleIds, 0), value });
  await backend.close();
  const later = openTestBackend(undefined, { person: () => anna });
  const { fileId } = later.backend.grants.add(path, "read");
  await later.client.projects.open({ fileId });
  await later.client.annotations.answer({ exampleId: at(exampleIds, 1), value });
  const people = later.backend
    .session()
    .db.prepare("select public_id, name from annotator where kind = 'person'")
    .all();
  expect(people).toEqual([{ public_id: "person-anna", name: "Anna" }]);
  await later.backend.close();
});
