import { expect, test } from "vitest";
import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { readAnswer } from "./read-answer.ts";

const LABELS = [
  { labelId: "r", name: "Refund" },
  { labelId: "d", name: "Delivery" },
];
const QUESTION = { kind: "chat", turns: [{ role: "user", content: "Hi" }] } as const;
const asPayload = (): ExamplePayload => ({ ...QUESTION, turns: [...QUESTION.turns] });

test.each<[TaskType, string, AnswerValue | null]>([
  ["classify", "Refund", { kind: "classify", labelId: "r" }],
  ["classify", " “refund”. ", { kind: "classify", labelId: "r" }],
  ["classify", "ADMIN", null],
  ["classify", "Refund and Delivery", null],
  ["tag", "Delivery, refund", { kind: "tag", labelIds: ["d", "r"] }],
  ["tag", "Refund\nRefund", { kind: "tag", labelIds: ["r"] }],
  ["tag", "Refund, ADMIN", null],
  ["tag", "none", { kind: "tag", labelIds: [] }],
  ["tag", "", null],
  ["write", " A reply. ", { kind: "write", response: "A reply." }],
  ["write", "  ", null],
  [
    "chat",
    "Hello",
    { kind: "chat", turns: [...QUESTION.turns, { role: "assistant", content: "Hello" }] },
  ],
  ["extract", "Refund", null],
  ["rank", "A", null],
])("%s: %j", (taskType, text, expected) => {
  const payload = taskType === "chat" ? asPayload() : null;
  expect(readAnswer(text, { taskType, labels: LABELS }, payload)).toEqual(expected);
});
