import { expect, test } from "vitest";
import type { AnswerValue } from "./answer-value.ts";
import { type AnswerContext, type AnswerProblem, validateAnswer } from "./validate-answer.ts";

interface Case {
  name: string;
  value: AnswerValue;
  problem: AnswerProblem | null;
  taskType?: AnswerContext["taskType"];
}

const span = (start: number, end: number, labelId = "a") => ({ start, end, labelId });
const extract = (...spans: ReturnType<typeof span>[]): AnswerValue => ({ kind: "extract", spans });
const chat = (
  ...turns: [role: "user" | "assistant" | "system", content: string][]
): AnswerValue => ({
  kind: "chat",
  turns: turns.map(([role, content]) => ({ role, content })),
});
const rank = (
  outcome: "preferred" | "tie" | "bothBad",
  preferred: number | null = null,
): AnswerValue => ({ kind: "rank", outcome, preferred, reasons: [] });

const cases: Case[] = [
  { name: "a known label", value: { kind: "classify", labelId: "a" }, problem: null },
  { name: "a removed label", value: { kind: "classify", labelId: "x" }, problem: "unknownLabel" },
  {
    name: "a label in a writing task",
    value: { kind: "classify", labelId: "a" },
    taskType: "write",
    problem: "otherTask",
  },
  { name: "several tags", value: { kind: "tag", labelIds: ["b", "a"] }, problem: null },
  { name: "no tag at all", value: { kind: "tag", labelIds: [] }, problem: null },
  { name: "a tag twice", value: { kind: "tag", labelIds: ["a", "a"] }, problem: "labelTwice" },
  { name: "an unknown tag", value: { kind: "tag", labelIds: ["a", "x"] }, problem: "unknownLabel" },
  { name: "a response", value: { kind: "write", response: "Yes." }, problem: null },
  { name: "a blank response", value: { kind: "write", response: " \n" }, problem: "emptyResponse" },
  { name: "a conversation", value: chat(["user", "Hi"], ["assistant", "Hello"]), problem: null },
  { name: "a question only", value: chat(["user", "Hi"]), problem: "noAssistantTurn" },
  { name: "an empty reply", value: chat(["assistant", " "]), problem: "noAssistantTurn" },
  {
    name: "an empty question",
    value: chat(["user", " "], ["assistant", "Hello"]),
    problem: "emptyTurn",
  },
  {
    name: "instructions in the middle",
    value: chat(["user", "Hi"], ["system", "Be kind."], ["assistant", "Hello"]),
    problem: "systemTurnMisplaced",
  },
  { name: "no turns", value: chat(), problem: "noAssistantTurn" },
  { name: "no spans", value: extract(), problem: null },
  { name: "a span to the very end", value: extract(span(0, 4)), problem: null },
  { name: "overlapping spans", value: extract(span(0, 3), span(1, 4, "b")), problem: null },
  { name: "a span past the end", value: extract(span(0, 5)), problem: "spanOutside" },
  { name: "an empty span", value: extract(span(2, 2)), problem: "spanOutside" },
  { name: "a span backwards", value: extract(span(3, 1)), problem: "spanOutside" },
  { name: "a span twice", value: extract(span(0, 1), span(0, 1)), problem: "spanTwice" },
  { name: "two labels on a span", value: extract(span(0, 1), span(0, 1, "b")), problem: null },
  { name: "an unknown span label", value: extract(span(0, 1, "x")), problem: "unknownLabel" },
  { name: "a preference", value: rank("preferred", 1), problem: null },
  { name: "a tie", value: rank("tie"), problem: null },
  { name: "both bad", value: rank("bothBad"), problem: null },
  { name: "a third of two", value: rank("preferred", 2), problem: "noSuchResponse" },
  { name: "preferred, but which?", value: rank("preferred"), problem: "preferenceUnclear" },
  { name: "a tie with a winner", value: rank("tie", 0), problem: "preferenceUnclear" },
];

test.each(cases)("$name: $problem", ({ value, problem, taskType }) => {
  const context: AnswerContext = {
    taskType: taskType ?? value.kind,
    labelIds: new Set(["a", "b"]),
    // Four code points, five UTF-16 units: spans count the former.
    input: "a😀bc",
    payload: { kind: "rank", responses: ["one", "two"] },
  };
  expect(validateAnswer(value, context)).toBe(problem);
});
