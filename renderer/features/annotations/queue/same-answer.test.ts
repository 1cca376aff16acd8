import { expect, test } from "vitest";
import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { isSameAnswer } from "./same-answer.ts";

const write = (response: string): AnswerValue => ({ kind: "write", response });
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });

test.each<[name: string, one: AnswerValue | null, other: AnswerValue | null, same: boolean]>([
  ["nothing and nothing", null, null, true],
  ["nothing and none of them", null, tags(), false],
  ["the same text", write("a"), write("a"), true],
  ["a text with one more space", write("a"), write("a "), false],
  ["tags in another order", tags("a", "b"), tags("b", "a"), true],
  ["one tag less", tags("a", "b"), tags("a"), false],
  [
    "fields in another order",
    { kind: "rank", outcome: "tie", preferred: null, reasons: [] },
    { reasons: [], preferred: null, outcome: "tie", kind: "rank" },
    true,
  ],
  [
    "turns in another order",
    { kind: "chat", turns: [{ role: "user", content: "a" }] },
    { kind: "chat", turns: [{ role: "assistant", content: "a" }] },
    false,
  ],
])("%s", (_name, one, other, same) => {
  expect(isSameAnswer(one, other)).toBe(same);
});
