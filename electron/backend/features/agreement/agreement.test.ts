import { expect, test } from "vitest";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { judgementAnswers } from "#shared/features/agreement/testing/xsum-judgements.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import { seedOpinions } from "../../testing/seed-opinions.ts";

const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });

/** Anna and Ben answered six examples, and differ on the last two. */
async function openDisputed() {
  const opened = await openSeededProject("classify", ["A", "B"], () =>
    ["one", "two", "three", "four", "five", "six"].map((input) => ({ input })),
  );
  const [a, b] = [label(at(opened.labelIds, 0)), label(at(opened.labelIds, 1))];
  const said = [
    [a, a],
    [b, b],
    [a, a],
    [b, b],
    [a, b],
    [b, a],
  ];
  const people = seedOpinions(
    opened.backend.session(),
    ["Anna", "Ben"],
    opened.exampleIds.map((exampleId, index) => ({ exampleId, values: said[index] ?? [] })),
  );
  return { ...opened, people, a, b };
}

const open = { offset: 0, limit: 10 };

test("a report counts, measures and names the people", async () => {
  const { client, backend, people, labelIds } = await openDisputed();
  const found = await client.agreement.report();
  expect(found.people).toEqual([
    { annotatorId: people[0], name: "Anna", isMe: true },
    { annotatorId: people[1], name: "Ben", isMe: false },
  ]);
  expect(found.disputed).toBe(2);
  expect(found.report.counts).toMatchObject({ items: 6, shared: 6, unanimous: 4, annotators: 2 });
  expect(found.report.measures.map(({ name, measure }) => [name, measure.state])).toEqual([
    ["percent", "defined"],
    ["cohenKappa", "defined"],
    ["alpha", "defined"],
  ]);
  // Half of the answers are A, whoever gave them: chance is one half, and κ (4/6 − 1/2) / (1/2).
  const kappa = found.report.measures[1]?.measure;
  expect(kappa?.state === "defined" && kappa.value).toBeCloseTo(1 / 3, 12);
  expect(found.report.pairs).toMatchObject([{ first: people[0], second: people[1], items: 6 }]);
  expect(found.report.confusions).toEqual([{ first: labelIds[0], second: labelIds[1], items: 2 }]);
  await backend.close();
});

test("a decision puts an answer in force, with its comment, and undo opens the dispute again", async () => {
  const { client, backend, exampleIds, a } = await openDisputed();
  const { total, rows } = await client.agreement.listDisputes(open);
  expect(total).toBe(2);
  expect(rows.map(({ exampleId, excerpt }) => [exampleIds.indexOf(exampleId), excerpt])).toEqual([
    [4, "five"],
    [5, "six"],
  ]);
  const exampleId = at(exampleIds, 4);
  const before = await client.agreement.getDispute({ exampleId });
  expect(before).toMatchObject({ isOpen: true, input: "five", decision: null });
  expect(before.answers.map(({ by }) => by.name).toSorted()).toEqual(["Anna", "Ben"]);

  const comment = "Both could hold; the letter says A.";
  const { dispute, counts } = await client.agreement.adjudicate({ exampleId, value: a, comment });
  expect(dispute).toMatchObject({
    isOpen: false,
    decision: { value: a, comment, by: { isMe: true } },
  });
  expect(dispute.answers).toEqual(before.answers);
  expect(counts).toMatchObject({ disputed: 1, labelled: 5 });
  expect(await client.examples.get({ exampleId })).toMatchObject({ status: "labelled", answer: a });
  expect((await client.agreement.report()).disputed).toBe(1);

  expect((await client.history.undo())?.action).toBe("adjudicate");
  expect(await client.agreement.getDispute({ exampleId })).toEqual(before);
  await client.history.redo();
  expect(await client.agreement.getDispute({ exampleId })).toEqual(dispute);
  expect(await client.projects.verify()).toMatchObject({ ok: true });
  await backend.close();
});

test("a later decision takes the place of an earlier one", async () => {
  const { client, backend, exampleIds, a, b } = await openDisputed();
  const exampleId = at(exampleIds, 5);
  await client.agreement.adjudicate({ exampleId, value: a });
  const { dispute } = await client.agreement.adjudicate({ exampleId, value: b, comment: "No." });
  expect(dispute).toMatchObject({ isOpen: false, decision: { value: b, comment: "No." } });
  await backend.close();
});

test("what does not fit, and what nobody was asked about, is refused", async () => {
  const { client, backend, exampleIds, a } = await openDisputed();
  const exampleId = at(exampleIds, 4);
  await expect(
    client.agreement.adjudicate({ exampleId, value: { kind: "write", response: "x" } }),
  ).rejects.toMatchObject({ data: { code: "answerDoesNotFit" } });
  await client.agreement.adjudicate({ exampleId, value: a });
  const alone = await openSeededProject("classify", ["A"], () => [{ input: "alone" }]);
  await expect(
    alone.client.agreement.adjudicate({
      exampleId: at(alone.exampleIds, 0),
      value: label(at(alone.labelIds, 0)),
    }),
  ).rejects.toMatchObject({ data: { code: "notFound" } });
  expect((await alone.client.agreement.report()).report.measures[0]?.measure).toMatchObject({
    state: "undefined",
    reason: "oneAnnotator",
  });
  await alone.backend.close();
  await backend.close();
});

test("whoever is asked sees nothing of a dispute before answering", async () => {
  const opened = await openSeededProject("classify", ["A", "B"], () => [{ input: "one" }]);
  const { client, backend, exampleIds, labelIds } = opened;
  const [a, b] = [label(at(labelIds, 0)), label(at(labelIds, 1))];
  const exampleId = at(exampleIds, 0);
  // The first person of a project is the one who sits here.
  seedOpinions(backend.session(), ["Me", "Anna", "Ben"], [{ exampleId, values: [null, a, b] }]);
  expect(await client.agreement.listDisputes(open)).toEqual({ total: 0, rows: [] });
  await expect(client.agreement.getDispute({ exampleId })).rejects.toMatchObject({
    data: { code: "answerFirst" },
  });
  await client.annotations.answer({ exampleId, value: a });
  expect((await client.agreement.getDispute({ exampleId })).answers).toHaveLength(3);
  expect((await client.agreement.listDisputes(open)).total).toBe(1);
  await backend.close();
});

test("answers given once more show whether a person agrees with themselves", async () => {
  const { client, backend, people, exampleIds, a, b } = await openDisputed();
  const { db } = backend.session();
  const again = (index: number, value: AnswerValue) => {
    const insert = db.prepare(
      `insert into annotation (public_id, example_id, annotator_id, value, created_at_ms)
       values (?, ?, (select id from annotator where public_id = ?), ?, 0)`,
    );
    const first = db
      .prepare<[string], number>(
        `select o.annotation_id from opinion o join annotator n on n.id = o.annotator_id
         where n.public_id = ? and o.example_id = ${index + 1}`,
      )
      .pluck()
      .get(String(people[0]));
    const second = insert.run(
      `again ${index}`,
      index + 1,
      people[0],
      JSON.stringify(value),
    ).lastInsertRowid;
    db.prepare(
      `insert into revisit (example_id, annotator_id, reason, first_annotation_id,
         second_annotation_id, due_at_ms, done_at_ms)
       values (?, (select id from annotator where public_id = ?), 'consistency', ?, ?, 0, 1)`,
    ).run(index + 1, people[0], first, second);
  };
  again(0, a);
  again(1, b);
  again(2, b);
  expect(exampleIds).toHaveLength(6);
  const { consistency } = await client.agreement.report();
  expect(consistency).toMatchObject([
    { annotatorId: people[0], items: 3, percent: { state: "defined", items: 3 } },
  ]);
  const [{ percent } = { percent: undefined }] = consistency;
  expect(percent?.state === "defined" && percent.value).toBeCloseTo(2 / 3, 12);
  await backend.close();
});

test("a project can be closed while agreement is being measured", async () => {
  const opened = await openSeededProject("classify", ["A", "B"], () =>
    Array.from({ length: 3000 }, (_, index) => ({ input: `text ${index}` })),
  );
  const { client, backend, exampleIds, labelIds } = opened;
  const labels = labelIds.map(label);
  seedOpinions(
    backend.session(),
    ["Anna", "Ben"],
    exampleIds.map((exampleId, n) => ({
      exampleId,
      values: [labels[n % 2] ?? null, labels[n % 3 === 0 ? 0 : 1] ?? null],
    })),
  );
  const [measured] = await Promise.allSettled([client.agreement.report(), client.projects.close()]);
  expect(measured).toMatchObject({ status: "rejected", reason: { data: { code: "cancelled" } } });
  await backend.close();
});

test("three workers' judgements of 1,858 summaries, merged into a project", async () => {
  const workers = ["wid_0", "wid_1", "wid_2"];
  const judged = [...Map.groupBy(judgementAnswers(), ({ item }) => item)];
  const opened = await openSeededProject("classify", ["yes", "no"], () =>
    judged.map(([item]) => ({ input: item })),
  );
  const { client, backend, exampleIds, labelIds } = opened;
  const idOf = new Map([
    ["yes", at(labelIds, 0)],
    ["no", at(labelIds, 1)],
  ]);
  seedOpinions(
    backend.session(),
    workers,
    judged.map(([, answers], index) => ({
      exampleId: at(exampleIds, index),
      values: workers.map((worker) => {
        const value = answers.find(({ annotator }) => annotator === worker)?.value;
        return value?.kind === "classify" ? label(idOf.get(value.labelId) ?? "") : null;
      }),
    })),
  );
  const { report } = await client.agreement.report();
  expect(report.counts).toMatchObject({ shared: 1858, unanimous: 1740, annotators: 3 });
  const kappa = report.measures.find(({ name }) => name === "fleissKappa")?.measure;
  if (kappa?.state !== "defined") throw new Error("not defined");
  expect(kappa.items).toBe(1848);
  expect(kappa.observed).toBeCloseTo(0.9578, 4);
  expect(kappa.expected).toBeCloseTo(0.8129, 4);
  expect(kappa.value).toBeCloseTo(0.7744, 4);
  expect((await client.agreement.listDisputes(open)).total).toBe(1858 - 1740);
  await backend.close();
});

test("the reason of a decision becomes a rule in the same step", async () => {
  const { client, backend, exampleIds, labelIds, a } = await openDisputed();
  const exampleId = at(exampleIds, 4);
  const comment = "A letter without a date is A.";
  await client.agreement.adjudicate({ exampleId, value: a, comment, asRule: true });
  expect(await client.rules.list()).toMatchObject([
    { body: comment, labelIds: [at(labelIds, 0)], example: { exampleId } },
  ]);
  await client.history.undo();
  expect(await client.rules.list()).toEqual([]);
  expect((await client.agreement.listDisputes(open)).total).toBe(2);
  await expect(
    client.agreement.adjudicate({ exampleId, value: a, comment: " ", asRule: true }),
  ).rejects.toMatchObject({ data: { code: "invalidInput" } });
  await backend.close();
});
