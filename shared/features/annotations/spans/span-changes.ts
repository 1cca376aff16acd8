import { inReadingOrder, type Span } from "./span-edits.ts";

export interface SpanChanges {
  added: Span[];
  removed: Span[];
  /** The same place under another label. */
  relabelled: { before: Span; after: Span }[];
}

const placeOf = (span: Span): string => `${span.start} ${span.end}`;
const keyOf = (span: Span): string => `${placeOf(span)} ${span.labelId}`;

function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const known = new Set(others.map(keyOf));
  return inReadingOrder(spans.filter((span) => !known.has(keyOf(span))));
}

/** What became of the spans of one answer in another, in reading order. */
export function spanChanges(before: readonly Span[], after: readonly Span[]): SpanChanges {
  const added = new Set(without(after, before));
  const freshAt = Map.groupBy(added, placeOf);
  const relabelled: SpanChanges["relabelled"] = [];
  const removed = without(before, after).filter((span) => {
    const match = freshAt.get(placeOf(span))?.shift();
    if (match) {
      relabelled.push({ before: span, after: match });
      added.delete(match);
    }
    return !match;
  });
  return { added: [...added], removed, relabelled };
}
