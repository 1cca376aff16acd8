import type { TextRange, TextSteps } from "./text-steps.ts";

/**
 * What is marked in a text: everything from the anchor to the head. Either is a word, or an empty range
 * between two characters. Where both are the same, they are the cursor.
 */
export interface Marking {
  anchor: TextRange;
  head: TextRange;
}

export const cursorAt = (range: TextRange): Marking => ({ anchor: range, head: range });

/** The part of the text that a label would be given to; empty at a cursor between characters. */
export const markedRange = ({ anchor, head }: Marking): TextRange => ({
  start: Math.min(anchor.start, head.start),
  end: Math.max(anchor.end, head.end),
});

/** True for a cursor: nothing was marked on purpose yet. */
export const isCursor = ({ anchor, head }: Marking): boolean =>
  anchor.start === head.start && anchor.end === head.end;

export type MarkingStep = "next" | "previous";
export interface StepOptions {
  /** The anchor stays, so that the marking grows or shrinks. */
  extend: boolean;
  /** By one visible character instead of a word. */
  exact: boolean;
}

const emptyAt = (place: number): TextRange => ({ start: place, end: place });

/** One step of the cursor, or of the end of the marking. */
export function stepMarking(
  steps: TextSteps,
  marking: Marking,
  step: MarkingStep,
  { extend, exact }: StepOptions,
): Marking {
  if (exact) return stepExactly(steps, marking, step, extend);
  const { head } = marking;
  const next = step === "next" ? wordAfter(steps, head, extend) : steps.previousWord(head);
  if (!next) return extend ? marking : cursorAt(head);
  return extend ? { ...marking, head: next } : cursorAt(next);
}

/** From between two characters of a word, a marking grows over the rest of it; a cursor goes to the next. */
function wordAfter(steps: TextSteps, head: TextRange, extend: boolean): TextRange | null {
  if (head.start < head.end) return steps.nextWord(head);
  const around = steps.wordAt(head.start);
  if (!around || around.end <= head.start) return null;
  if (around.start >= head.start) return around;
  return extend ? { start: head.start, end: around.end } : steps.nextWord(around);
}

function stepExactly(
  steps: TextSteps,
  marking: Marking,
  step: MarkingStep,
  extend: boolean,
): Marking {
  const move = step === "next" ? steps.nextPlace : steps.previousPlace;
  if (!extend) return cursorAt(emptyAt(move(marking.head.start)));
  const forward = marking.head.end >= marking.anchor.end;
  const { start, end } = markedRange(marking);
  return forward
    ? { anchor: emptyAt(start), head: emptyAt(move(end)) }
    : { anchor: emptyAt(end), head: emptyAt(move(start)) };
}

/** The word at a place; with `extend` everything from the anchor to there. */
export function markingAt(
  steps: TextSteps,
  marking: Marking,
  place: number,
  extend: boolean,
): Marking {
  const word = steps.wordAt(place);
  if (!word) return marking;
  return extend ? { ...marking, head: word } : cursorAt(word);
}

/** The first or last word of the line around a place, or of the whole text. */
export function edgeOf(
  text: string,
  steps: TextSteps,
  place: number,
  edge: "lineStart" | "lineEnd" | "textStart" | "textEnd",
): TextRange | null {
  if (edge === "textStart") return steps.wordAt(0);
  if (edge === "textEnd") return steps.previousWord(emptyAt(text.length));
  if (edge === "lineStart") {
    const start = Math.max(text.lastIndexOf("\n", place - 1), text.lastIndexOf("\r", place - 1));
    return steps.wordAt(start + 1);
  }
  const ends = [text.indexOf("\n", place), text.indexOf("\r", place)].filter((end) => end >= 0);
  return steps.previousWord(emptyAt(Math.min(text.length, ...ends)));
}
