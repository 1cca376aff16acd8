import { expect, test } from "vitest";
import { openImportProject } from "../../../testing/open-import-project.ts";
import { SLICE } from "./mover.ts";

test("an import is taken back whatever happened since, with people's answers, and comes back whole", async () => {
  const { client, backend, grant, bringIn, shown, label, reopen } = await openImportProject();
  const first = await bringIn(grant("a.csv", "text,label\none,a\ntwo,b\n"));
  await bringIn(grant("b.csv", "text,label\nthree,b\nfour,c\n"));
  await label("one", "c");
  const before = await shown();
  const taken = await client.imports.takeBack({ importId: first.importId });
  expect(taken.takenBackAtMs).not.toBeNull();
  expect(await shown()).toEqual([
    ["three", "b", "import"],
    ["four", "c", "import"],
  ]);
  // “a” was made by that import and nothing else names it; “b” is in use elsewhere.
  const names = async () => (await client.definitions.get()).labels.map(({ name }) => name);
  expect(await names()).toEqual(["b", "c"]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  expect((await client.history.state()).undo).toMatchObject({ action: "takeBackImport" });
  // Once more changes nothing.
  expect(await client.imports.takeBack({ importId: first.importId })).toEqual(taken);
  await reopen();
  await client.history.undo();
  expect(await shown()).toEqual(before);
  expect(await names()).toEqual(["a", "b", "c"]);
  expect((await client.history.state()).undo).toMatchObject({ action: "answer" });
  await client.history.redo();
  expect((await shown()).map(([input]) => input)).toEqual(["three", "four"]);
  await backend.close();
});

test("what somebody removed before stays removed when the rest comes back", async () => {
  const { client, backend, grant, bringIn, shown, idOf } = await openImportProject();
  const { importId } = await bringIn(grant("a.csv", "text\none\ntwo\n"));
  await client.examples.remove({ exampleIds: [await idOf("one")] });
  await client.imports.takeBack({ importId });
  await client.history.undo();
  expect((await shown()).map(([input]) => input)).toEqual(["two"]);
  await client.history.undo();
  expect((await shown()).map(([input]) => input)).toEqual(["one", "two"]);
  await backend.close();
});

test("taking an update back later gives texts back and leaves what a person decided since", async () => {
  const { client, backend, grant, bringIn, shown, label } = await openImportProject();
  await bringIn(grant("old.csv", "id,text,label\n1,one,a\n2,two,a\n"));
  const { importId } = await bringIn(grant("new.csv", "id,text,label\n1,one!,b\n2,two!,b\n"), {
    again: "update",
  });
  await label("two!", "a");
  await client.imports.takeBack({ importId });
  expect(await shown()).toEqual([
    ["one", "a", "import"],
    ["two", "a", "person"],
  ]);
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a"]);
  await client.history.undo();
  expect(await shown()).toEqual([
    ["one!", "b", "import"],
    ["two!", "a", "person"],
  ]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("a large import leaves in slices: answers come through meanwhile, steps wait, nothing is lost", async () => {
  const { client, backend, grant, bringIn, label } = await openImportProject();
  await bringIn(grant("small.csv", "text,label\nkept,a\nopen,\n"));
  const count = SLICE * 4;
  const rows = Array.from({ length: count }, (_, n) => `${n} words,label ${n % 7}\n`);
  const { importId } = await bringIn(grant("big.csv", `text,label\n${rows.join("")}`));
  const { db } = backend.session();
  const total = async () => (await client.examples.list({ limit: 1 })).total;
  const all = () => db.prepare("select * from example order by id").all();
  const before = all();

  const taking = client.imports.takeBack({ importId });
  const [job] = await client.jobs.list({ active: true });
  expect(job).toMatchObject({ kind: "takeBack", subjectId: importId });
  let answered = false;
  for await (const { progress, state } of await client.jobs.watch({ jobId: job?.jobId ?? "" })) {
    if (answered || state !== "running" || progress.done === 0) continue;
    answered = true;
    await label("open", "a");
    await expect(client.history.undo()).rejects.toMatchObject({
      data: { code: "takeBackRunning" },
    });
  }
  expect(answered).toBe(true);
  expect((await taking).takenBackAtMs).not.toBeNull();
  expect(await total()).toBe(2);
  expect((await client.definitions.get()).labels.map(({ name }) => name)).toEqual(["a"]);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  expect((await client.history.undo())?.action).toBe("takeBackImport");
  expect(await total()).toBe(count + 2);
  expect((await client.history.undo())?.action).toBe("answer");
  expect(all()).toEqual(before);
  await backend.close();
});

test("giving up in the middle of taking a large import back brings its examples in again", async () => {
  const { client, backend, grant, bringIn } = await openImportProject();
  const rows = Array.from({ length: SLICE * 4 }, (_, n) => `${n} words\n`);
  const { importId } = await bringIn(grant("big.csv", `text\n${rows.join("")}`));
  const taking = client.imports.takeBack({ importId }).catch((error: unknown) => error);
  const [job] = await client.jobs.list({ active: true });
  for await (const { progress } of await client.jobs.watch({ jobId: job?.jobId ?? "" }))
    if (progress.done > 0) {
      await client.jobs.cancel({ jobId: job?.jobId ?? "" });
      break;
    }
  expect(await taking).toMatchObject({ data: { code: "cancelled" } });
  expect((await client.examples.list({ limit: 1 })).total).toBe(SLICE * 4);
  expect((await client.imports.list())[0]?.takenBackAtMs).toBeNull();
  expect((await client.history.state()).undo?.action).toBe("import");
  await backend.close();
});
