import { expect, test } from "vitest";
import type { AnswerValue } from "./answer-value.ts";
import { keepOriginal } from "./keep-original.ts";

const write = (response: string, original?: string): AnswerValue =>
  original === undefined ? { kind: "write", response } : { kind: "write", response, original };

test.each<[string, AnswerValue, AnswerValue | null, boolean, AnswerValue]>([
  ["a first answer", write("b"), null, false, write("b")],
  ["an edit of the file's answer", write("b"), write("a"), true, write("b", "a")],
  ["the same but for blanks", write("a  b"), write("a b"), true, write("a  b")],
  ["a second edit keeps the first original", write("c"), write("b", "a"), false, write("c", "a")],
  ["going back to the original", write("a"), write("b", "a"), false, write("a")],
  ["an edit of a person's own answer", write("b"), write("a"), false, write("b")],
  ["a suggestion that was edited", write("b", "s"), write("a"), true, write("b", "s")],
  ["a suggestion taken as it is", write("s", "s"), null, false, write("s")],
  ["an original of blanks", write("b", " "), null, false, write("b")],
  [
    "another kind of answer",
    { kind: "classify", labelId: "1" },
    write("a"),
    true,
    { kind: "classify", labelId: "1" },
  ],
])("%s", (_case, value, before, beforeIsFiles, expected) => {
  expect(keepOriginal(value, before, beforeIsFiles)).toEqual(expected);
});
