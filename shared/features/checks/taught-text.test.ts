import { expect, test } from "vitest";
import { taughtTexts } from "./taught-text.ts";

type Taught = Parameters<typeof taughtTexts>[0];
const NAMES = new Map([
  ["a", "Refund"],
  ["b", "Card"],
]);
const turns = [
  { role: "user" as const, content: "Hi" },
  { role: "assistant" as const, content: "Hello" },
];

test.each<{ name: string; part: Partial<Taught>; texts: string[] }>([
  { name: "nothing answered", part: {}, texts: ["in"] },
  {
    name: "a label",
    part: { answer: { kind: "classify", labelId: "a" } },
    texts: ["in", "Refund"],
  },
  {
    name: "tags",
    part: { answer: { kind: "tag", labelIds: ["a", "b"] } },
    texts: ["in", "Refund, Card"],
  },
  {
    name: "a response",
    part: { answer: { kind: "write", response: "out" } },
    texts: ["in", "out"],
  },
  {
    name: "a conversation, once",
    part: { payload: { kind: "chat", turns: turns.slice(0, 1) }, answer: { kind: "chat", turns } },
    texts: ["Hi", "Hello"],
  },
  {
    name: "a conversation to answer",
    part: { payload: { kind: "chat", turns: turns.slice(0, 1) } },
    texts: ["Hi"],
  },
  {
    name: "responses to rank",
    part: { payload: { kind: "rank", responses: ["x", "y"] } },
    texts: ["in", "x", "y"],
  },
])("$name", ({ part, texts }) => {
  expect(taughtTexts({ input: "in", payload: null, answer: null, ...part }, NAMES)).toEqual(texts);
});
