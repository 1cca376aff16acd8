import { expect, test } from "vitest";
import type { AnswerValue } from "../annotations/answer-value.ts";
import type { SimilarMode } from "./contract.ts";
import { modesFor, proposeAnswer } from "./propose-answer.ts";

const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
const spans = (...list: [start: number, end: number, labelId: string][]): AnswerValue => ({
  kind: "extract",
  spans: list.map(([start, end, labelId]) => ({ start, end, labelId })),
});
const write: AnswerValue = { kind: "write", response: "Yes." };

interface Case {
  name: string;
  before?: AnswerValue | null;
  after: AnswerValue;
  answer: AnswerValue | null;
  mode?: SimilarMode;
  proposed: AnswerValue | null;
}

// "take aspirin" was answered; "😀 aspirin or aspirins" is alike.
const SOURCE = "take aspirin";
const TARGET = "😀 aspirin or aspirins";

test.each<Case>([
  { name: "no label yet", after: label("a"), answer: null, proposed: label("a") },
  { name: "another label", after: label("a"), answer: label("b"), proposed: label("a") },
  { name: "the same label", after: label("a"), answer: label("a"), proposed: null },
  { name: "the same set", after: tags("a", "b"), answer: tags("c"), proposed: tags("a", "b") },
  { name: "the set, turned", after: tags("a", "b"), answer: tags("b", "a"), proposed: null },
  {
    name: "what the correction changed",
    before: tags("a", "b"),
    after: tags("b", "c"),
    answer: tags("a", "x"),
    mode: "change",
    proposed: tags("x", "c"),
  },
  {
    name: "a change that is there already",
    before: tags("a"),
    after: tags("a", "c"),
    answer: tags("x", "c"),
    mode: "change",
    proposed: null,
  },
  {
    name: "a change where nothing was answered",
    before: tags("a"),
    after: tags("a", "c"),
    answer: null,
    mode: "change",
    proposed: null,
  },
  {
    name: "whole words only, counted in code points",
    after: spans([5, 12, "drug"]),
    answer: null,
    proposed: spans([2, 9, "drug"]),
  },
  {
    name: "what was marked stays",
    after: spans([5, 12, "drug"]),
    answer: spans([10, 12, "word"]),
    proposed: spans([2, 9, "drug"], [10, 12, "word"]),
  },
  {
    name: "a label that turned out wrong goes",
    before: spans([5, 12, "dose"]),
    after: spans([5, 12, "drug"]),
    answer: spans([2, 9, "dose"], [13, 21, "dose"]),
    proposed: spans([2, 9, "drug"], [13, 21, "dose"]),
  },
  {
    name: "a mark that was taken away goes",
    before: spans([5, 12, "drug"]),
    after: spans(),
    answer: spans([2, 9, "drug"]),
    proposed: spans(),
  },
  { name: "none of the strings", after: spans([0, 4, "verb"]), answer: null, proposed: null },
  { name: "a text", after: write, answer: null, mode: "oneByOne", proposed: null },
])("$name", ({ before = null, after, answer, mode = "same", proposed }) => {
  const correction = { input: SOURCE, before, after };
  expect(proposeAnswer(correction, { input: TARGET, answer }, mode)).toEqual(proposed);
});

test("tags offer the change first where there was one; texts go one by one", () => {
  expect(modesFor("tag", tags("a"))).toEqual(["change", "same"]);
  expect(modesFor("tag", null)).toEqual(["same"]);
  expect(modesFor("classify", label("a"))).toEqual(["same"]);
  expect(modesFor("write", null)).toEqual(["oneByOne"]);
});
