import { expect, test } from "vitest";
import { openSeededProject } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";

const numbered = (from: number, to: number, word: string) =>
  Array.from({ length: to - from }, (_, index) => ({ input: `${word} number ${from + index}` }));

test("the index goes on where it stopped, and says how far it is", async () => {
  const { client, backend } = await openSeededProject("write", [], () => numbered(0, 500, "old"));
  const { path } = backend.session();
  expect(await client.search.state()).toEqual({ ready: false, indexed: 0, total: 500 });
  backend.session().search.finish();
  expect(await client.search.state()).toEqual({ ready: true, indexed: 500, total: 500 });
  await client.projects.close();
  await backend.openProject(path);
  seedExamples(backend.session().db, numbered(500, 700, "new"));
  expect(await client.search.state()).toEqual({ ready: false, indexed: 500, total: 700 });
  const found = async (text: string) => (await client.examples.browse({ filter: { text } })).total;
  expect([await found("old"), await found("new"), await found("number")]).toEqual([500, 200, 700]);
  backend.session().search.finish();
  expect([await found("old"), await found("new"), await found("number")]).toEqual([500, 200, 700]);
  await backend.close();
});

test("numbers of examples that are gone serve new ones, and nothing old is found under them", async () => {
  const { client, backend } = await openSeededProject("write", [], () => numbered(0, 400, "old"));
  const { db, search } = backend.session();
  search.finish();
  const found = async (text: string) => (await client.examples.browse({ filter: { text } })).total;
  db.pragma("foreign_keys = OFF");
  db.exec(`delete from example_text where id > 50; delete from example where id > 50;
    update project set revision = revision + 1`);
  db.pragma("foreign_keys = ON");
  expect(await found("old")).toBe(51 - 1);
  seedExamples(db, numbered(0, 200, "new"));
  expect([await found("old"), await found("new")]).toEqual([50, 200]);
  search.finish();
  db.prepare("update project set revision = revision + 1").run();
  expect([await found("old"), await found("new")]).toEqual([50, 200]);
  const check = db.prepare("insert into example_search(example_search) values('integrity-check')");
  expect(() => check.run()).not.toThrow();
  await backend.close();
});
