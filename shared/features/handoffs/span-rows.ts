import type { DatasetVersion } from "../versions/contract.ts";
import type { FrozenAnswer, FrozenExample } from "../versions/frozen-example.ts";
import { portableText } from "./portable-text.ts";

export interface FrozenSpan {
  start: number;
  end: number;
  label: string;
}

/** A text that every reader takes, with its spans: where a NUL goes, what stands behind it moves up. */
export function portableSpans(example: FrozenExample): { text: string; spans: FrozenSpan[] } {
  const { input, answer } = example;
  const spans = answer.kind === "extract" ? answer.spans : [];
  const text = portableText(input);
  if (!input.includes("\u0000")) return { text, spans: inOrder(spans) };
  const before = [0];
  for (const point of input) before.push((before.at(-1) ?? 0) + (point === "\u0000" ? 0 : 1));
  const moved = spans.map(({ start, end, label }) => ({
    start: before[start] ?? 0,
    end: before[end] ?? 0,
    label,
  }));
  return { text, spans: inOrder(moved) };
}

const inOrder = (spans: readonly FrozenSpan[]): FrozenSpan[] =>
  spans
    .map(({ start, end, label }) => ({ start, end, label }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);

/** The names of labels that an answer gives to a whole text. */
const labelsOf = (answer: FrozenAnswer): string[] => {
  if (answer.kind === "classify") return [answer.label];
  return answer.kind === "tag" ? answer.labels : [];
};

/** A row for doccano: spans as triples, labels of whole texts as names; other keys become its metadata. */
export function doccanoRow(example: FrozenExample): Record<string, unknown> {
  const { text, spans } = portableSpans(example);
  const label =
    example.answer.kind === "extract"
      ? spans.map((span) => [span.start, span.end, span.label])
      : labelsOf(example.answer);
  return { text, label, tacit_id: example.exampleId, split: example.split };
}

/** A row for Prodigy, and for spaCy through the script that comes along. */
export function prodigyRow(example: FrozenExample): Record<string, unknown> {
  const { text, spans } = portableSpans(example);
  const meta = { id: example.exampleId, split: example.split };
  return { text, spans, meta, answer: "accept" };
}

/** A task for Label Studio with its annotation; the names are those of `labelStudioConfig`. */
export function labelStudioTask(example: FrozenExample): Record<string, unknown> {
  const { text, spans } = portableSpans(example);
  const points = Array.from(text);
  const regions = spans.map(({ start, end, label }, place) => ({
    id: `r${place + 1}`,
    from_name: "label",
    to_name: "text",
    type: "labels",
    value: { start, end, text: points.slice(start, end).join(""), labels: [label] },
  }));
  const choices = labelsOf(example.answer);
  const chosen = {
    id: "c1",
    from_name: "label",
    to_name: "text",
    type: "choices",
    value: { choices },
  };
  const result = example.answer.kind === "extract" ? regions : choices.length > 0 ? [chosen] : [];
  return {
    data: { text, row_id: example.exampleId, split: example.split },
    annotations: [{ was_cancelled: false, ground_truth: true, result }],
  };
}

const attribute = (text: string): string =>
  text.replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The labelling interface that the tasks belong to. */
export function labelStudioConfig({
  taskType,
  labels,
}: Pick<DatasetVersion, "taskType" | "labels">): string {
  const isSpans = taskType === "extract";
  const control = isSpans ? "Labels" : "Choices";
  const choice = taskType === "tag" ? ' choice="multiple"' : "";
  const value = isSpans ? "Label" : "Choice";
  return [
    "<View>",
    `  <${control} name="label" toName="text"${choice}>`,
    ...labels.map(({ name }) => `    <${value} value="${attribute(name)}"/>`),
    `  </${control}>`,
    '  <Text name="text" value="$text"/>',
    "</View>",
    "",
  ].join("\n");
}
