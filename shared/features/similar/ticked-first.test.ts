import { expect, test } from "vitest";
import type { AnswerValue } from "../annotations/answer-value.ts";
import type { SimilarMode } from "./contract.ts";
import { isTickedFirst } from "./ticked-first.ts";

const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
const marks: AnswerValue = { kind: "extract", spans: [] };

interface Case {
  name: string;
  before: AnswerValue | null;
  now: AnswerValue;
  answer: AnswerValue | null;
  similarity?: number;
  mode?: SimilarMode;
  ticked: boolean;
}

test.each<Case>([
  { name: "no answer yet", before: null, now: label("b"), answer: null, ticked: true },
  {
    name: "the same mistake",
    before: label("a"),
    now: label("b"),
    answer: label("a"),
    ticked: true,
  },
  {
    name: "another answer",
    before: label("a"),
    now: label("b"),
    answer: label("c"),
    ticked: false,
  },
  { name: "no mistake known", before: null, now: label("b"), answer: label("c"), ticked: false },
  {
    name: "the same tags, turned",
    before: tags("a", "b"),
    now: tags("c"),
    answer: tags("b", "a"),
    ticked: true,
  },
  {
    name: "a change to other tags",
    before: tags("a"),
    now: tags("c"),
    answer: tags("a", "b"),
    mode: "change",
    ticked: true,
  },
  {
    name: "less alike",
    before: null,
    now: label("b"),
    answer: null,
    similarity: 0.39,
    ticked: false,
  },
  { name: "marked words", before: null, now: marks, answer: null, similarity: 0.1, ticked: true },
])("$name: $ticked", ({ before, now, answer, similarity = 0.4, mode = "same", ticked }) => {
  const source = { exampleId: "x", text: "", answer: now, before };
  expect(isTickedFirst({ source, mode }, { answer, similarity })).toBe(ticked);
});
