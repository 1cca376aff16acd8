import { describe, expect, test } from "vitest";
import { questionMessages, trainingMessages } from "./chat-messages.ts";
import type { FrozenExample } from "./frozen-example.ts";
import { preferencePairs } from "./preference-pairs.ts";

const VERSION = { taskType: "rank" as const, systemPrompt: "Be brief.", labels: [] };
const example = (more: Partial<FrozenExample>): FrozenExample => ({
  exampleId: "e1",
  externalId: null,
  group: null,
  split: "train",
  input: "Sky?",
  payload: null,
  answer: { kind: "write", response: "Blue." },
  ...more,
});
const rank = (responses: string[], preferred: number | null, outcome = "preferred") =>
  example({
    payload: { kind: "rank", responses },
    answer: { kind: "rank", outcome: outcome as "preferred", preferred, reasons: [] },
  });
const SYSTEM = { role: "system", content: "Be brief." };
const USER = { role: "user", content: "Sky?" };

test.each<[string, FrozenExample, unknown]>([
  [
    "a pair",
    rank(["Green.", "Blue."], 1),
    [{ prompt: [SYSTEM, USER], chosen: "Blue.", rejected: "Green." }],
  ],
  [
    "one against each of several",
    rank(["a", "b", "c"], 0),
    [
      { prompt: [SYSTEM, USER], chosen: "a", rejected: "b" },
      { prompt: [SYSTEM, USER], chosen: "a", rejected: "c" },
    ],
  ],
  ["a tie", rank(["a", "b"], null, "tie"), "tie"],
  ["both bad", rank(["a", "b"], null, "bothBad"), "bothBad"],
  ["the same twice", rank(["a", "a"], 0), "sameText"],
  ["a response written afresh", example({}), "noOriginal"],
  [
    "an edited response",
    example({ answer: { kind: "write", response: "Blue.", original: "Its blue" } }),
    [{ prompt: [SYSTEM, USER], chosen: "Blue.", rejected: "Its blue" }],
  ],
])("%s", (_case, frozen, expected) => {
  expect(preferencePairs(VERSION, frozen)).toEqual(expected);
});

describe("chats", () => {
  const chat = { ...VERSION, taskType: "chat" as const };
  const answered = (turns: { role: string; content: string; weight?: number }[]) =>
    example({ answer: { kind: "chat", turns } as FrozenExample["answer"] });
  const reply = { role: "assistant", content: "Blue." };

  test("take the project's system prompt unless they have their own; weights stay where they were set", () => {
    expect(trainingMessages(chat, answered([USER, reply]))).toEqual([SYSTEM, USER, reply]);
    const own = [{ role: "system", content: "Own." }, USER, { ...reply, weight: 0 }, USER, reply];
    expect(trainingMessages(chat, answered(own))).toEqual(own);
  });

  test("ask everything but the reply", () => {
    expect(questionMessages(chat, answered([USER, reply, USER, reply]))).toEqual([
      SYSTEM,
      USER,
      reply,
      USER,
    ]);
  });

  test("that teach nothing, or need calls that are not known, are left out", () => {
    expect(trainingMessages(chat, answered([USER, { ...reply, weight: 0 }]))).toBe(
      "nothingToLearn",
    );
    const tool = { role: "tool", content: "{}" };
    expect(trainingMessages(chat, answered([USER, tool, reply]))).toBe("toolTurns");
  });
});
