import { expect, test } from "vitest";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { openSeededProject } from "../../testing/open-seeded-project.ts";
import type { Seed } from "../../testing/seed-examples.ts";

/** What a check says of these examples, by code, with the places of the examples behind each finding. */
async function findingsOf(
  taskType: TaskType,
  labels: readonly string[],
  seeds: (labelIds: string[]) => Seed[],
) {
  const { client, backend, exampleIds } = await openSeededProject(taskType, labels, seeds);
  const report = await client.checks.run();
  const found = new Map<string, { behind: number[]; params: Record<string, string | number> }>();
  for (const { findingId, code, params } of report.findings) {
    const { rows } = await client.examples.list({ filter: { findingId } });
    found.set(code, { params, behind: rows.map(({ exampleId }) => exampleIds.indexOf(exampleId)) });
  }
  await backend.close();
  return { report, found };
}

test("marked passages: counted by label, untidy and contradicting ones are found", async () => {
  const { report, found } = await findingsOf("extract", ["PLACE", "PERSON"], ([place, person]) => {
    const marked = (input: string, ...spans: [number, number, string | undefined][]): Seed => ({
      input,
      answer: {
        kind: "extract",
        spans: spans.map(([start, end, labelId = ""]) => ({ start, end, labelId })),
      },
    });
    return [
      marked("🗼 Paris is big", [2, 7, place]),
      marked("Paris sang", [0, 5, person]),
      marked("to Rome", [2, 7, place]),
      marked("Romeo", [0, 4, place]),
      marked("nothing"),
      marked("in Oslo, in Oslo", [3, 7, place], [12, 16, place]),
    ];
  });
  expect(report.counts.perLabel.map(({ examples }) => examples)).toEqual([4, 1]);
  expect(found.get("inconsistentSpans")).toMatchObject({
    behind: [0, 1],
    params: { passages: "Paris" },
  });
  expect(found.get("spanBlankEdges")?.behind).toEqual([2]);
  expect(found.get("spanCutsWord")?.behind).toEqual([3]);
  expect(found.get("nothingMarked")?.behind).toEqual([4]);
});

test("conversations: those that are not whole or teach nothing, and one that is answered in two ways", async () => {
  const user = { role: "user" as const, content: "Sky?" };
  const reply = { role: "assistant" as const, content: "Blue." };
  type Turns = Extract<Seed["answer"], { kind: "chat" }>["turns"];
  const { found } = await findingsOf("chat", [], () => {
    const chat = (input: string, asked: Turns, last: Turns[number] = reply): Seed => ({
      input,
      payload: { kind: "chat", turns: asked },
      answer: { kind: "chat", turns: [...asked, last] },
    });
    return [
      chat("Sky?", [user]),
      chat("Sky?", [user], { ...reply, content: "Grey." }),
      chat("system: only", [{ role: "system", content: "only" }]),
      chat("empty", [{ ...user, content: " " }]),
      chat("no weight", [user, { ...reply, weight: 0 }, user], { ...reply, weight: 0 }),
      chat("tool", [user, { role: "tool", content: "{}" }]),
    ];
  });
  expect(found.get("conflictingAnswers")?.behind).toEqual([0, 1]);
  expect(found.get("oddConversation")?.behind).toEqual([2, 3]);
  expect(found.get("nothingToLearn")?.behind).toEqual([4, 5]);
});

test("choices: always the first, equal responses, empty ones", async () => {
  const { found } = await findingsOf("rank", [], () => {
    const choice = (input: string, responses: string[], preferred: number): Seed => ({
      input,
      payload: { kind: "rank", responses },
      answer: { kind: "rank", outcome: "preferred", preferred, reasons: [] },
    });
    return [
      ...Array.from({ length: 30 }, (_, n) => choice(`question ${n}`, [`a ${n}`, `b ${n}`], 0)),
      choice("same", ["x", "x "], 1),
      choice("empty", ["x", ""], 0),
    ];
  });
  expect(found.get("oneSidedPreference")?.params).toMatchObject({
    place: 1,
    times: 31,
    decided: 32,
  });
  expect(found.get("sameResponses")?.behind).toEqual([30]);
  expect(found.get("emptyResponse")?.behind).toEqual([31]);
});

test("several labels: none given is worth a look, and no label in use blocks", async () => {
  const { report, found } = await findingsOf("tag", ["price"], () =>
    Array.from({ length: 12 }, (_, n) => ({
      input: `text ${n}`,
      answer: { kind: "tag", labelIds: [] },
    })),
  );
  expect(report.ready).toBe(false);
  expect(found.get("tooFewLabels")?.params).toMatchObject({ used: 0 });
  expect(found.get("nothingMarked")?.behind).toHaveLength(12);
});
