import type { NamedSpan } from "./draft-answer.ts";
import { readLabel } from "./label-cell.ts";
import {
  isList,
  isObject,
  type Json,
  sliceCodePoints,
  textsIn,
  toCodePoints,
} from "./shapes/values.ts";

export type SpanCell =
  | { spans: NamedSpan[] }
  | { problem: "spansNotReadable" | "spansOutside"; detail: string };

interface RawSpan {
  start: number;
  end: number;
  labels: string[];
  /** The text that the file says stands there; undefined when it does not say. */
  quoted: string | undefined;
}

/**
 * The spans of a cell: a JSON list of `{start, end, label}`, or of `[start, end, label]`, in code points from 0,
 * the end not included. Where a span quotes its text, offsets in UTF-16 units are recognised and converted; a
 * quotation that stands in neither place is a span outside. Null for a cell that holds none.
 */
export function readSpanCell(cell: string, text: string): SpanCell | null {
  if (cell.trim() === "") return null;
  const list = parseList(cell);
  if (list === null) return { problem: "spansNotReadable", detail: "" };
  if (list.length === 0) return null;
  const length = Array.from(text).length;
  const spans = new Map<string, NamedSpan>();
  for (const item of list) {
    const raw = readSpan(item);
    const detail = JSON.stringify(item).slice(0, 100);
    if (raw === null) return { problem: "spansNotReadable", detail };
    const place = placeIn(text, raw);
    if (place === null || place.start >= place.end || place.end > length)
      return { problem: "spansOutside", detail };
    for (const label of raw.labels) {
      const name = readLabel(label);
      if (name === null) return { problem: "spansNotReadable", detail };
      spans.set(`${place.start} ${place.end} ${name}`, { ...place, name });
    }
  }
  return { spans: [...spans.values()] };
}

function parseList(cell: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(cell);
    return isList(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Whether a cell could be read as spans, whatever its text: for guessing what a column means. */
export function isSpanCell(cell: string): boolean {
  const list = cell.trimStart().startsWith("[") ? parseList(cell) : null;
  return list !== null && list.every((item) => readSpan(item) !== null);
}

function readSpan(item: unknown): RawSpan | null {
  if (isList(item)) {
    const [start, end, label] = item;
    return typeof label === "string" ? checked(start, end, [label], undefined) : null;
  }
  if (!isObject(item)) return null;
  const quoted = typeof item["text"] === "string" ? item["text"] : undefined;
  return checked(
    item["start"] ?? item["start_offset"],
    item["end"] ?? item["end_offset"],
    labelsOf(item),
    quoted,
  );
}

function labelsOf(item: Json): string[] {
  const label = item["label"] ?? item["entity"] ?? item["entity_group"] ?? item["tag"];
  return typeof label === "string" ? [label] : textsIn(item["labels"]);
}

function checked(
  start: unknown,
  end: unknown,
  labels: string[],
  quoted: string | undefined,
): RawSpan | null {
  const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (!isPlace || labels.length === 0) return null;
  return { start: start as number, end: end as number, labels, quoted };
}

function placeIn(text: string, { start, end, quoted }: RawSpan) {
  if (start < 0 || end < 0) return null;
  if (quoted === undefined || sliceCodePoints(text, start, end) === quoted) return { start, end };
  return text.slice(start, end) === quoted
    ? { start: toCodePoints(text, start), end: toCodePoints(text, end) }
    : null;
}
