import type { AnswerValue } from "./answer-value.ts";

/** The public ids of the labels an answer names, each once. */
export function labelsOf(value: AnswerValue): string[] {
  if (value.kind === "classify") return [value.labelId];
  if (value.kind === "tag") return [...new Set(value.labelIds)];
  if (value.kind === "extract") return [...new Set(value.spans.map((span) => span.labelId))];
  return [];
}

/**
 * The answer with one label exchanged for another, or taken out when `to` is null.
 * Null when nothing is left of the answer, so that the example must be answered again.
 */
export function replaceLabel(
  value: AnswerValue,
  from: string,
  to: string | null,
): AnswerValue | null {
  const swap = (labelId: string) => (labelId === from ? to : labelId);
  if (value.kind === "classify") {
    const labelId = swap(value.labelId);
    return labelId === null ? null : { ...value, labelId };
  }
  if (value.kind === "tag") {
    const labelIds = [...new Set(value.labelIds.map(swap).filter((labelId) => labelId !== null))];
    return labelIds.length === 0 ? null : { ...value, labelIds };
  }
  if (value.kind === "extract") {
    const spans = value.spans.flatMap((span) => {
      const labelId = swap(span.labelId);
      return labelId === null ? [] : [{ ...span, labelId }];
    });
    return spans.length === 0 ? null : { ...value, spans: withoutRepeats(spans) };
  }
  return value;
}

function withoutRepeats<Span extends { start: number; end: number; labelId: string }>(
  spans: Span[],
): Span[] {
  return [...new Map(spans.map((s) => [`${s.start} ${s.end} ${s.labelId}`, s])).values()];
}
