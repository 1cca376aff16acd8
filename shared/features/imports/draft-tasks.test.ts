import { describe, expect, test } from "vitest";
import type { TaskType } from "../projects/task-type.ts";
import type { ColumnRole } from "./column-role.ts";
import { createDrafter } from "./draft-example.ts";
import type { DraftExample } from "./draft-row.ts";

type Columns = [name: string, role: ColumnRole, cell: string][];

function draft(taskType: TaskType, columns: Columns, unansweredEvery = 0) {
  const drafter = createDrafter({
    taskType,
    split: null,
    unansweredEvery,
    columns: columns.map(([name]) => name),
    roles: columns.map(([, role]) => role),
  });
  const cells = columns.map(([, , cell]) => cell);
  return drafter(cells, [], 1);
}
const payloadOf = (made: unknown) =>
  JSON.parse((made as DraftExample).payload ?? "null") as unknown;

const QUESTION = { role: "user", content: "Sky?" };
const REPLY = { role: "assistant", content: "Blue.", weight: 1 };

describe("chat", () => {
  const turns = [{ role: "system", content: "Be brief." }, QUESTION, REPLY];

  test("asks all but the last reply, and is answered by the whole, weights included", () => {
    const made = draft("chat", [["messages", "messages", JSON.stringify(turns)]]);
    expect(made).toMatchObject({
      input: "system: Be brief.\n\nuser: Sky?",
      answer: { kind: "turns", turns },
    });
    expect(payloadOf(made)).toEqual({ kind: "chat", turns: turns.slice(0, 2) });
  });

  test("without a reply it is open; a reply kept back is nowhere else", () => {
    expect(draft("chat", [["m", "messages", JSON.stringify([QUESTION])]])).toMatchObject({
      input: "Sky?",
      answer: null,
    });
    const withheld = draft("chat", [["m", "messages", JSON.stringify(turns)]], 1);
    expect(withheld).toMatchObject({ answer: null });
    expect(JSON.stringify(withheld)).not.toContain("Blue.");
  });

  test("a question and an answer make two turns; ShareGPT's names are read", () => {
    const plain: Columns = [
      ["prompt", "input", "Sky?"],
      ["reply", "response", "Blue."],
    ];
    const two = [QUESTION, { role: "assistant", content: "Blue." }];
    expect(draft("chat", plain)).toMatchObject({ input: "Sky?", answer: { turns: two } });
    const shared = JSON.stringify([
      { from: "human", value: "Sky?" },
      { from: "gpt", value: "Blue." },
    ]);
    expect(draft("chat", [["c", "messages", shared]])).toMatchObject({ answer: { turns: two } });
  });

  test.each([
    ["no conversation", "hello", "notAConversation"],
    ["roles nobody knows", '[{"role":"narrator","content":"x"}]', "notAConversation"],
    ["nothing asked", '[{"role":"assistant","content":"x"}]', "noInput"],
  ])("%s is refused", (_case, cell, reason) => {
    expect(draft("chat", [["m", "messages", cell]])).toMatchObject({ reason });
  });
});

describe("rank", () => {
  const pair = (prompt: string, chosen: string, rejected: string) =>
    draft("rank", [
      ["prompt", "input", prompt],
      ["chosen", "chosen", chosen],
      ["rejected", "rejected", rejected],
    ]);

  test("the order of a pair tells nothing, and is the same whichever was chosen", () => {
    const places = Array.from({ length: 200 }, (_, n) => {
      const made = pair(`Question ${n}`, `good ${n}`, `bad ${n}`);
      const turned = pair(`Question ${n}`, `bad ${n}`, `good ${n}`);
      expect(payloadOf(turned)).toEqual(payloadOf(made));
      const { responses } = payloadOf(made) as { responses: string[] };
      const { answer } = made as { answer: { preferred: number } };
      expect(responses[answer.preferred]).toBe(`good ${n}`);
      return answer.preferred;
    });
    const first = places.filter((place) => place === 0).length;
    expect(first).toBeGreaterThan(60);
    expect(first).toBeLessThan(140);
  });

  test("several responses keep their order, with what was preferred or nothing", () => {
    const several = (preference: string) =>
      draft("rank", [
        ["prompt", "input", "Sky?"],
        ["a", "response", "Blue."],
        ["b", "response", ""],
        ["c", "response", "Green."],
        ["winner", "preference", preference],
      ]);
    expect(payloadOf(several(""))).toEqual({ kind: "rank", responses: ["Blue.", "Green."] });
    expect(several("")).toMatchObject({ answer: null });
    expect(several("C")).toMatchObject({ answer: { outcome: "preferred", preferred: 1 } });
    expect(several("tie")).toMatchObject({ answer: { outcome: "tie", preferred: null } });
    expect(several("both bad")).toMatchObject({ answer: { outcome: "bothBad" } });
    expect(several("b")).toMatchObject({ reason: "unknownPreference" });
    expect(several("maybe")).toMatchObject({ reason: "unknownPreference" });
  });

  test("a conversation is the prompt, whole or ahead of both responses", () => {
    const asked = [QUESTION, { role: "assistant", content: "Blue." }, QUESTION];
    const made = draft("rank", [
      ["messages", "messages", JSON.stringify(asked)],
      ["chosen", "chosen", '{"role":"assistant","content":"Still blue."}'],
      ["rejected", "rejected", "Green."],
    ]);
    expect(payloadOf(made)).toMatchObject({ kind: "rank", turns: asked });
    const implicit = draft("rank", [
      ["chosen", "chosen", JSON.stringify([QUESTION, REPLY])],
      ["rejected", "rejected", JSON.stringify([QUESTION, { ...REPLY, content: "Green." }])],
    ]);
    expect(implicit).toMatchObject({ input: "Sky?" });
    expect((payloadOf(implicit) as { responses: string[] }).responses.toSorted()).toEqual([
      "Blue.",
      "Green.",
    ]);
  });

  test("one response is no choice", () => {
    expect(pair("Sky?", "Blue.", " ")).toMatchObject({ reason: "tooFewResponses" });
  });
});

test("extract reads spans of one text, and keeps none whose place is uncertain", () => {
  const spans = '[[0,3,"COLOUR"]]';
  expect(
    draft("extract", [
      ["text", "input", "red car"],
      ["spans", "spans", spans],
    ]),
  ).toMatchObject({ answer: { kind: "spans", spans: [{ start: 0, end: 3, name: "COLOUR" }] } });
  expect(
    draft("extract", [
      ["title", "input", "Cars"],
      ["text", "input", "red car"],
      ["spans", "spans", spans],
    ]),
  ).toMatchObject({ reason: "spansOutside" });
});
