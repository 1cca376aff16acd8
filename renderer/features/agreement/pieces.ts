export interface MarkedSpan {
  start: number;
  end: number;
  labelId: string;
}
/** A stretch of text that lies in the same spans throughout. */
export interface Piece {
  start: number;
  text: string;
  /** Labels of the spans around it, outermost first. */
  labelIds: string[];
  /** Labels of the spans that end with it. */
  ending: string[];
}

/** Cuts a text wherever a span begins or ends; spans count code points, as strings do not. */
export function cutAtSpans(text: string, spans: readonly MarkedSpan[]): Piece[] {
  const points = Array.from(text);
  const inside = spans
    .filter(({ start, end }) => start < end && end <= points.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([0, points.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] as number;
    return {
      start,
      text: points.slice(start, end).join(""),
      labelIds: inside
        .filter((span) => span.start <= start && end <= span.end)
        .map(({ labelId }) => labelId),
      ending: inside.filter((span) => span.end === end).map(({ labelId }) => labelId),
    };
  });
}
