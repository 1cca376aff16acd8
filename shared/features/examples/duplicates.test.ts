import { expect, test } from "vitest";
import type { AnswerValue } from "../annotations/answer-value.ts";
import type { Split } from "../versions/split.ts";
import {
  type DuplicateCandidate,
  groupDuplicates,
  hasConflict,
  leaks,
  surplusOf,
} from "./duplicates.ts";

const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
const write = (response: string): AnswerValue => ({ kind: "write", response });

const group = (
  answers: (AnswerValue | null)[],
  splits: (Split | null)[] = [],
): DuplicateCandidate[] =>
  answers.map((answer, index) => ({
    key: index + 1,
    input: "same",
    payload: null,
    answer,
    split: splits[index] ?? null,
  }));

test.each([
  { name: "none answered", answers: [null, null, null], conflict: false, surplus: [2, 3] },
  { name: "one answered", answers: [null, label("a"), null], conflict: false, surplus: [1, 3] },
  { name: "same answers", answers: [label("a"), label("a")], conflict: false, surplus: [2] },
  { name: "two answers", answers: [label("a"), null, label("b")], conflict: true, surplus: [] },
  { name: "tags turned", answers: [tags("a", "b"), tags("b", "a")], conflict: false, surplus: [2] },
  { name: "spacing", answers: [write("Go  on"), write("Go on ")], conflict: false, surplus: [2] },
  { name: "other words", answers: [write("Yes"), write("No")], conflict: true, surplus: [] },
])("$name: conflict $conflict, put away $surplus", ({ answers, conflict, surplus }) => {
  expect(hasConflict(group(answers))).toBe(conflict);
  expect(surplusOf(group(answers)).map(({ key }) => key)).toEqual(surplus);
});

test("equal hashes alone make no duplicate: the texts and payloads must agree", () => {
  const entry = (key: number, input: string, payload: string | null = null) => ({
    key,
    input,
    payload,
    answer: null,
    split: null,
  });
  const groups = groupDuplicates([
    entry(1, "Hello world"),
    entry(2, "something else"),
    entry(3, "  Hello\n world "),
    entry(4, "Hello world", "[1]"),
    entry(5, "e\u0301"),
    entry(6, "\u00e9"),
  ]);
  expect(groups.map((members) => members.map(({ key }) => key))).toEqual([
    [1, 3],
    [5, 6],
  ]);
});

test.each<{ splits: (Split | null)[]; leak: boolean }>([
  { splits: ["train", "test"], leak: true },
  { splits: ["train", "train"], leak: false },
  { splits: ["train", null], leak: false },
])("copies in $splits leak: $leak", ({ splits, leak }) => {
  expect(leaks(group([null, null], splits))).toBe(leak);
});
