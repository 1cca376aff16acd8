import type { AnswerValue } from "../annotations/answer-value.ts";

/** Code points from `start` up to, not including, `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * One person's spans of each label, in order. Spans of the same label that share a code point are one stretch,
 * because the measures know no overlap within one person; those that only touch stay two. Spans of different
 * labels never meet, since every label is measured by itself. Empty spans say nothing.
 */
export function stretchesByLabel(value: AnswerValue | undefined): Map<string, Stretch[]> {
  const byLabel = new Map<string, Stretch[]>();
  const spans = value?.kind === "extract" ? value.spans : [];
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const { labelId, start, end } of sorted) {
    if (end <= start) continue;
    const found = byLabel.get(labelId) ?? [];
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
    byLabel.set(labelId, found);
  }
  return byLabel;
}

export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
