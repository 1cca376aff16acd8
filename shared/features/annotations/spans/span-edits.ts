import type { AnswerValue } from "../answer-value.ts";
import type { TextOffsets } from "./text-offsets.ts";
import type { TextRange, TextSteps } from "./text-steps.ts";

export type Span = Extract<AnswerValue, { kind: "extract" }>["spans"][number];

/** In reading order; of two that begin together the longer one first. */
export const inReadingOrder = (spans: readonly Span[]): Span[] =>
  spans.toSorted((a, b) => a.start - b.start || b.end - a.end);

export const isSameSpan = (a: Span, b: Span): boolean =>
  a.start === b.start && a.end === b.end && a.labelId === b.labelId;

/** The spans with these among them; what is there already is not there twice. */
export function addSpans(spans: readonly Span[], added: readonly Span[]): Span[] {
  const known = new Set(spans.map(keyOf));
  const fresh = added.filter((span) => {
    const key = keyOf(span);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return inReadingOrder([...spans, ...fresh]);
}

const keyOf = (span: Span): string => `${span.start} ${span.end} ${span.labelId}`;

export const removeSpan = (spans: readonly Span[], gone: Span): Span[] =>
  spans.filter((span) => !isSameSpan(span, gone));

/** One span in place of another; where it is there already, the two become one. */
export const replaceSpan = (spans: readonly Span[], from: Span, to: Span): Span[] =>
  addSpans(removeSpan(spans, from), [to]);

/** The text of a span, to the letter. */
export const spanText = (text: string, offsets: TextOffsets, span: TextRange): string =>
  text.slice(offsets.toUnit(span.start), offsets.toUnit(span.end));

export interface Nudge {
  edge: "start" | "end";
  step: "next" | "previous";
  /** By one visible character instead of a word. */
  exact: boolean;
}

/** A range in UTF-16 units with one edge moved; null where nothing would be left of it. */
export function nudgeRange(
  text: string,
  steps: TextSteps,
  { start, end }: TextRange,
  { edge, step, exact }: Nudge,
): TextRange | null {
  const moved = { start, end };
  if (exact) {
    const move = step === "next" ? steps.nextPlace : steps.previousPlace;
    moved[edge] = move(moved[edge]);
  } else if (edge === "end") {
    const word =
      step === "next" ? steps.nextWord({ start: end - 1, end }) : wordEndingBefore(steps, end);
    moved.end = word?.end ?? (step === "next" ? end : start);
  } else {
    const word =
      step === "next" ? wordStartingAfter(steps, start) : steps.previousWord({ start, end });
    moved.start = word?.start ?? (step === "next" ? end : start);
  }
  return moved.start < moved.end && moved.end <= text.length ? moved : null;
}

function wordEndingBefore(steps: TextSteps, end: number): TextRange | null {
  let word = steps.previousWord({ start: end, end });
  while (word && word.end >= end) word = steps.previousWord(word);
  return word;
}

function wordStartingAfter(steps: TextSteps, start: number): TextRange | null {
  const around = steps.wordAt(start);
  return around && around.start <= start ? steps.nextWord(around) : around;
}

/** Searching for other places of a text stops here: beyond, they are no longer looked over. */
export const MOST_OCCURRENCES = 1000;

/**
 * The same text elsewhere, where it does not carry the label yet. A text that begins or ends with whole
 * words is found as whole words only: "art" is not part of "heart".
 */
export function otherOccurrences(
  text: string,
  offsets: TextOffsets,
  steps: TextSteps,
  spans: readonly Span[],
  span: Span,
): Span[] {
  const sought = spanText(text, offsets, span);
  const taken = new Set(spans.map(keyOf));
  const here = { start: offsets.toUnit(span.start), end: offsets.toUnit(span.end) };
  const whole = steps.toWords(here);
  const wholeOnly = whole?.start === here.start && whole.end === here.end;
  const standsAlone = ({ start, end }: TextRange) =>
    steps.isWordEdge(start) && steps.isWordEdge(end);
  const found: Span[] = [];
  if (sought.trim() === "") return found;
  let at = text.indexOf(sought);
  while (at >= 0 && found.length < MOST_OCCURRENCES) {
    const range = { start: at, end: at + sought.length };
    const { start, end } = steps.toCharacters(range);
    const other = {
      start: offsets.toCodePoint(at),
      end: offsets.toCodePoint(range.end),
      labelId: span.labelId,
    };
    const isSplit = start !== range.start || end !== range.end;
    if (!isSplit && !taken.has(keyOf(other)) && (!wholeOnly || standsAlone(range)))
      found.push(other);
    at = text.indexOf(sought, at + sought.length);
  }
  return found;
}
