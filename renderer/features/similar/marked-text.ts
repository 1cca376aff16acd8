interface Span {
  start: number;
  end: number;
  labelId: string;
}

/** A piece of a text, with the label of the mark on it, if any. */
export interface Piece {
  text: string;
  start: number;
  labelId: string | null;
}

/** Code points before the first mark that are shown with it. */
const BEFORE = 60;
const SHOWN = 240;

/**
 * The text around its first mark, cut where marks begin and end; spans count code points. Where marks overlap,
 * the later one shows.
 */
export function markedPieces(text: string, spans: readonly Span[]): Piece[] {
  const points = Array.from(text);
  const first = Math.min(...spans.map(({ start }) => start), points.length);
  const from = first === points.length ? 0 : Math.max(0, first - BEFORE);
  const to = Math.min(points.length, from + SHOWN);
  const edges = spans.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([from, to, ...edges.filter((edge) => edge > from && edge < to)])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? to;
    const mark = spans.findLast((span) => span.start <= start && span.end >= end);
    const [before, after] = [start === from && from > 0, end === to && to < points.length];
    const piece = `${before ? "…" : ""}${points.slice(start, end).join("")}${after ? "…" : ""}`;
    return { text: piece, start, labelId: mark?.labelId ?? null };
  });
}
