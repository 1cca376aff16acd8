import type { RefusedRow } from "#shared/features/imports/draft-row.ts";

/** Lists and objects inside one another, at most; deeper rows are rejected. */
export const MAX_DEPTH = 100;

/** Keys in file order with each value as text: strings decoded, everything else as it stands in the file. */
export type JsonEntries = [key: string, value: string][];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const opens = (code: number) => code === 0x7b || code === 0x5b;
const closes = (code: number) => code === 0x7d || code === 0x5d;

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The offset after the string that starts at `open`; -1 when it does not end. */
function endOfString(text: string, open: number): number {
  let at = open;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at === -1) return -1;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
}

/**
 * Where the value that starts at `from` ends, and how deep it nests; an `end` of -1 when the text ends
 * first. Counts brackets without recursion, so that no nesting can exhaust the stack.
 */
export function measureValue(text: string, from: number): { end: number; depth: number } {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return { end: endOfString(text, from), depth: 0 };
  let depth = 0;
  let deepest = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (end === -1) return { end: -1, depth: deepest };
      at = end - 1;
    } else if (opens(code)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (closes(code)) {
      depth -= 1;
      if (depth === 0) return { end: at + 1, depth: deepest };
      if (depth < 0) return { end: at, depth: deepest };
    } else if (depth === 0 && (code === 0x2c || isSpace(code))) return { end: at, depth: deepest };
  }
  return { end: -1, depth: deepest };
}

const broken = (text: string, at: number): RefusedRow => ({
  reason: "notReadable",
  detail: text.slice(at, at + 20),
});

/** Reads one JSON object without losing digits, duplicate keys or the spelling of nested values. */
export function readObject(text: string): JsonEntries | RefusedRow {
  let at = skipSpace(text, 0);
  if (text[at] !== "{") return refuseOther(text);
  if (measureValue(text, at).depth > MAX_DEPTH)
    return { reason: "tooDeep", detail: `> ${MAX_DEPTH}` };
  const entries: JsonEntries = [];
  const seen = new Set<string>();
  at = skipSpace(text, at + 1);
  while (text[at] !== "}") {
    const keyEnd = text[at] === '"' ? endOfString(text, at) : -1;
    if (keyEnd === -1) return broken(text, at);
    const colon = skipSpace(text, keyEnd);
    const start = skipSpace(text, colon + 1);
    const { end } = measureValue(text, start);
    if (text[colon] !== ":" || end === -1) return broken(text, colon);
    const key = parse(text.slice(at, keyEnd));
    const value = readValue(text.slice(start, end));
    if (typeof key !== "string" || value === null) return broken(text, at);
    if (seen.has(key)) return { reason: "notReadable", detail: `“${key.slice(0, 60)}” × 2` };
    seen.add(key);
    entries.push([key, value]);
    at = skipSpace(text, end);
    if (text[at] === "}") break;
    const next = skipSpace(text, at + 1);
    if (text[at] !== "," || text[next] === "}") return broken(text, at);
    at = next;
  }
  const rest = skipSpace(text, at + 1);
  return rest < text.length ? broken(text, rest) : entries;
}

function refuseOther(text: string): RefusedRow {
  const isOther = measureDepth(text) <= MAX_DEPTH && parse(text) !== undefined;
  return isOther ? { reason: "notAnObject", detail: "" } : broken(text, 0);
}

const measureDepth = (text: string) => measureValue(text, skipSpace(text, 0)).depth;

/** Undefined when the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as the text of a cell: "" for null; null when it is not JSON. */
function readValue(raw: string): string | null {
  const value = parse(raw);
  if (value === undefined) return null;
  if (value === null) return "";
  return typeof value === "string" ? value : raw;
}
