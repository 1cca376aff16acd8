import { expect, test } from "vitest";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { describeChat, describeChatChanges } from "./chat/describe-chat.ts";
import { describeSpanChanges, describeSpans } from "./spans/describe-spans.ts";

const label = (labelId: string, name: string): Label => ({
  labelId,
  name,
  description: "",
  colour: "blue",
  key: null,
  examples: 0,
});
const LABELS = [label("d", "Drug"), label("m", "Dose")];
const TEXT = "😀 took aspirin 100 mg";
const spans = (...list: [number, number, string][]) => ({
  kind: "extract" as const,
  spans: list.map(([start, end, labelId]) => ({ start, end, labelId })),
});
const chat = (...contents: string[]): Extract<AnswerValue, { kind: "chat" }> => ({
  kind: "chat",
  turns: contents.map((content, at) => ({ role: at % 2 === 0 ? "user" : "assistant", content })),
});

test("marked passages are told by label and text, in code points", () => {
  expect(describeSpans(spans([7, 14, "d"], [15, 21, "m"]), LABELS, TEXT)).toBe(
    "Drug “aspirin”, Dose “100 mg”",
  );
  expect(describeSpans(spans(), LABELS, TEXT)).toBe(
    "Nothing marked: the text holds nothing to label",
  );
  expect(describeSpans(spans([7, 14, "x"]), LABELS, TEXT)).toBe(
    "A label that was removed “aspirin”",
  );
});

test("changed passages are told one by one", () => {
  const before = spans([7, 14, "m"], [2, 6, "d"]);
  const after = spans([7, 14, "d"], [15, 21, "m"]);
  expect(describeSpanChanges(before, after, LABELS, TEXT)).toEqual([
    "Dose became Drug: “aspirin”",
    "Dose added: “100 mg”",
    "Drug taken away: “took”",
  ]);
  expect(describeSpanChanges(before, before, LABELS, TEXT)).toEqual([
    "The same passages under the same labels",
  ]);
});

test("a conversation is told by its length and its end, its changes by their kinds", () => {
  expect(describeChat(chat("Hi", "Hello"))).toBe("2 turns, ending with: “Hello”");
  expect(describeChatChanges(chat("Hi", "Hello"), chat("Hi", "Hey", "Bye", "So long"))).toEqual([
    "1 turn reworded",
    "2 turns added",
  ]);
  expect(describeChatChanges(chat("Hi"), chat("Hi"))).toEqual(["The same conversation"]);
});
