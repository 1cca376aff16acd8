import { expect, test } from "vitest";
import type { AnswerValue } from "./answer-value.ts";
import { replaceLabel } from "./replace-label.ts";

const spans = (...labelIds: string[]): AnswerValue => ({
  kind: "extract",
  spans: labelIds.map((labelId, index) => ({ start: 0, end: index < 2 ? 1 : 2, labelId })),
});
const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });
const label = (labelId: string): AnswerValue => ({ kind: "classify", labelId });
const text: AnswerValue = { kind: "write", response: "old" };

test.each<{ name: string; value: AnswerValue; to: string | null; after: AnswerValue | null }>([
  { name: "the label itself", value: label("old"), to: "new", after: label("new") },
  { name: "another label", value: label("b"), to: "new", after: label("b") },
  { name: "the only label, taken out", value: label("old"), to: null, after: null },
  { name: "one tag of two", value: tags("b", "old"), to: "new", after: tags("b", "new") },
  { name: "a tag that is there already", value: tags("new", "old"), to: "new", after: tags("new") },
  { name: "a tag, taken out", value: tags("b", "old"), to: null, after: tags("b") },
  { name: "the only tag, taken out", value: tags("old"), to: null, after: null },
  { name: "a span", value: spans("old"), to: "new", after: spans("new") },
  { name: "spans that become one", value: spans("old", "new"), to: "new", after: spans("new") },
  { name: "the only span, taken out", value: spans("old"), to: null, after: null },
  { name: "a text is not a label", value: text, to: "new", after: text },
])("$name", ({ value, to, after }) => {
  expect(replaceLabel(value, "old", to)).toEqual(after);
});
