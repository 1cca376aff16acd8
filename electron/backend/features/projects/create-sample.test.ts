import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestBackend } from "../../testing/test-backend.ts";

test("bank questions arrive whole, split as published, with every twentieth train row left to label", async () => {
  const { client, backend, projectsDir } = openTestBackend();
  const info = await client.projects.createSample({ sampleId: "bank-questions" });
  expect(info).toMatchObject({ taskType: "classify", licence: "CC BY 4.0" });
  expect(info.attribution).toContain("PolyAI");
  const imports = await client.imports.list();
  expect(imports.map(({ fileName, imported, rejected }) => [fileName, imported, rejected])).toEqual(
    [
      ["banking77_test.csv", 3080, 0],
      ["banking77_train.csv", 10_003, 0],
    ],
  );
  const count = async (filter: object) => (await client.examples.list({ filter, limit: 1 })).total;
  expect(await count({ split: "train" })).toBe(10_003);
  expect(await count({ split: "test" })).toBe(3080);
  expect(await count({ status: "unlabelled" })).toBe(500);
  expect(await count({ status: "unlabelled", split: "test" })).toBe(0);
  const definition = await client.definitions.get();
  expect(definition.labels).toHaveLength(77);
  expect(definition.guideline.body.length).toBeGreaterThan(200);
  expect(definition.systemPrompt).not.toBe("");
  expect((await client.history.state()).undo).toBeNull();

  await client.projects.createSample({ sampleId: "bank-questions" });
  await client.projects.close();
  expect(readdirSync(projectsDir).toSorted()).toEqual([
    "Bank customer questions 2.tacit",
    "Bank customer questions.tacit",
  ]);
  await backend.close();
});

test("medical questions come with a hundred to answer, grouped by what they are about", async () => {
  const { client, backend } = openTestBackend();
  await client.projects.createSample({ sampleId: "medical-questions" });
  const unanswered = await client.examples.list({ filter: { status: "unlabelled" }, limit: 5 });
  expect(unanswered.total).toBe(100);
  // An answer that stayed behind in a field would give itself away.
  expect(Object.keys(unanswered.rows[0]?.fields ?? {})).not.toContain("answer");
  const { total, rows } = await client.examples.list({ limit: 1 });
  expect(total).toBe(2000);
  expect(rows[0]).toMatchObject({ group: "Parasites - Taeniasis", answer: { kind: "write" } });
  expect((await client.definitions.get()).systemPrompt).toContain("not give medical advice");
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});
