import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** Names in one order, so that it does not matter who put the value together. */
const ordered = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(byName))
    : value;

const written = (value: AnswerValue): string =>
  JSON.stringify(
    value.kind === "tag" ? { ...value, labelIds: value.labelIds.toSorted() } : value,
    ordered,
  );

type Spans = Extract<AnswerValue, { kind: "extract" }>["spans"];

/** Hundreds of passages are compared with every key. */
const areSameSpans = (one: Spans, other: Spans): boolean =>
  one.length === other.length &&
  one.every(({ start, end, labelId }, at) => {
    const span = other[at];
    return span?.start === start && span.end === end && span.labelId === labelId;
  });

/** True when saving the one over the other would change nothing, to the letter. */
export function isSameAnswer(one: AnswerValue | null, other: AnswerValue | null): boolean {
  if (one === null || other === null || one === other) return one === other;
  if (one.kind === "extract" && other.kind === "extract")
    return areSameSpans(one.spans, other.spans);
  return written(one) === written(other);
}
