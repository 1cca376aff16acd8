import { expect, test } from "vitest";
import { openImportProject } from "../../../testing/open-import-project.ts";
import { createKnownRows } from "./known-rows.ts";

test("rows are a multiset: two copies match two, the third is new, in any order and under any name", async () => {
  const { client, backend, grant, review, bringIn } = await openImportProject();
  await bringIn(grant("a.csv", "text,label\nsame,a\nother,b\nsame,b\n"));
  const fileId = grant("renamed.csv", "text,label\nsame,b\nnew,c\nsame,a\n same ,a\nother,b\n");
  expect(await review(fileId)).toMatchObject({
    rowsRead: 5,
    fresh: 2,
    known: 3,
    changed: 0,
    duplicateRows: 2,
    matchedBy: "text",
    suggested: "skip",
  });
  const record = await bringIn(fileId, { again: "skip" });
  expect(record).toMatchObject({ imported: 2, duplicatesOfEarlierImport: 3, updated: 0 });
  expect((await client.examples.list({})).total).toBe(5);
  expect(await review(fileId)).toMatchObject({
    fresh: 0,
    known: 5,
    earlierImport: { fileName: "a.csv" },
  });
  expect(await bringIn(fileId, { again: "add" })).toMatchObject({ imported: 5 });
  await backend.close();
});

test("what somebody put away stays known and away; what was taken back with its import is new again", async () => {
  const { client, backend, grant, review, bringIn, shown, idOf } = await openImportProject();
  const fileId = grant("a.csv", "id,text,label\n1,one,a\n2,two,b\n");
  const { importId } = await bringIn(fileId);
  await client.examples.remove({ exampleIds: [await idOf("one")] });
  const edited = grant("b.csv", "id,text,label\n1,one!,b\n2,two,b\n3,three,a\n");
  expect(await review(edited)).toMatchObject({ fresh: 1, known: 2, changed: 0, suggested: "skip" });
  expect(await bringIn(edited, { again: "update" })).toMatchObject({ imported: 1, updated: 0 });
  expect((await shown()).map(([input]) => input)).toEqual(["two", "three"]);
  await client.imports.takeBack({ importId });
  expect((await client.imports.inspect({ fileId })).earlierImport).toBeNull();
  expect(await review(fileId)).toMatchObject({ fresh: 2, known: 0, suggested: "add" });
  // Left to itself, a file that was taken back comes in as if it had never been there.
  expect(await bringIn(fileId)).toMatchObject({ imported: 2 });
  await backend.close();
});

test("an answer that a person put right does not make an unchanged row look changed", async () => {
  const { backend, grant, review, bringIn, label } = await openImportProject();
  await bringIn(grant("a.csv", "id,text,label\n1,one,a\n2,two,b\n"));
  await label("one", "b");
  const longer = grant("b.csv", "id,text,label\n1,one,a\n2,two,b\n3,three,\n");
  expect(await review(longer)).toMatchObject({ known: 2, changed: 0, fresh: 1 });
  await backend.close();
});

test("rows without an id in a file of ids are recognised by their text", async () => {
  const { backend, grant, review, bringIn } = await openImportProject();
  await bringIn(grant("a.csv", "id,text\n7,one\n,two\n"));
  const next = grant("b.csv", "id,text\n8,one\n,two\n7,one\n,one\n");
  expect(await review(next)).toMatchObject({ matchedBy: "id", known: 2, fresh: 2, changed: 0 });
  await backend.close();
});

test("several labels, and whole responses, are compared by what they mean", async () => {
  const tags = await openImportProject("tag");
  await tags.bringIn(tags.grant("a.csv", "text,labels\none,x;y\ntwo,y\n"));
  const tagged = tags.grant("b.csv", "text,labels\none,y;x\ntwo,x;y\n");
  expect(await tags.review(tagged)).toMatchObject({ known: 1, changed: 1, suggested: "update" });
  await tags.bringIn(tagged, { again: "update" });
  expect(await tags.review(tagged)).toMatchObject({ known: 2, changed: 0 });
  await tags.backend.close();
  const written = await openImportProject("write");
  await written.bringIn(written.grant("a.csv", "question,answer\nq1,a1\nq2,\n"));
  const answers = written.grant("b.csv", "question,answer\nq1,\nq2,a2\n");
  expect(await written.review(answers)).toMatchObject({ known: 1, changed: 1 });
  await written.bringIn(answers, { again: "update" });
  const { rows } = await written.client.examples.list({});
  expect(rows.map(({ answer }) => answer)).toEqual([
    { kind: "write", response: "a1" },
    { kind: "write", response: "a2" },
  ]);
  await written.backend.close();
});

test("a listener who leaves a review stops it, and the project closes to one file", async () => {
  const { client, backend, grant } = await openImportProject();
  const rows = Array.from({ length: 300_000 }, (_, n) => `${n} words and more words,x\n`);
  const fileId = grant("big.csv", `text,label\n${rows.join("")}`);
  for await (const news of await client.imports.review({ fileId })) {
    expect(news).toMatchObject({ kind: "progress" });
    break;
  }
  // One that nobody pulls any further does not hold the project open either.
  const abandoned = await client.imports.review({ fileId });
  await abandoned.next();
  const { db } = backend.session();
  await client.projects.close();
  expect(db.open).toBe(false);
  await expect(abandoned.next()).rejects.toMatchObject({ data: { code: "cancelled" } });
  await backend.close();
});

test("a row that was matched is taken out; those still there come before those put away", () => {
  const hashes = Float64Array.from([5, -7, 5, 5, 2 ** 52, -7]);
  const known = createKnownRows(hashes, Uint8Array.from([1, 0, 0, 0, 0, 0]));
  const all = (hash: number) => [...known.candidates(hash)];
  expect(all(5)).toEqual([2, 3, 0]);
  known.take(3);
  expect(all(5)).toEqual([2, 0]);
  known.take(2);
  known.take(0);
  expect(all(5)).toEqual([]);
  expect(all(-7)).toEqual([1, 5]);
  expect(all(2 ** 52)).toEqual([4]);
  expect(all(8)).toEqual([]);
});
