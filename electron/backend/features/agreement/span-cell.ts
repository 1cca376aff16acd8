import { z } from "zod";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";

const Place = z.number().int().min(0);
const Span = z.union([
  z.tuple([Place, Place, z.string()]).transform(([start, end, label]) => ({ start, end, label })),
  z.object({ start: Place, end: Place, label: z.string() }),
]);

/** Spans as programs write them into one cell: a JSON list of `[start, end, "label"]` or of objects with these. */
export function parseSpans(cell: string): AnswerValue | null {
  try {
    const spans = z.array(Span).parse(JSON.parse(cell));
    return {
      kind: "extract",
      spans: spans.map(({ start, end, label }) => ({ start, end, labelId: label })),
    };
  } catch {
    return null;
  }
}
