import {
  cursorAt,
  edgeOf,
  isCursor,
  type Marking,
  markedRange,
  markingAt,
  stepMarking,
} from "../../../../shared/features/annotations/spans/marking.ts";
import { isSameSpan, type Span } from "../../../../shared/features/annotations/spans/span-edits.ts";
import type { TextRange } from "../../../../shared/features/annotations/spans/text-steps.ts";
import type { SpanCommand } from "./span-keys.ts";
import type { MouseAct } from "./SpanText.tsx";
import { type TextModel, toUnits } from "./text-model.ts";
import { middleOf, placesInLines, type Pointer, type StageParts, turnPage } from "./text-stage.ts";

/** Where the person is in the text: at a cursor, with something marked, or at a span that was chosen. */
export interface Whereabouts {
  marking: Marking | null;
  /** Marked on purpose, even if it is one word only. */
  marked: boolean;
  chosen: Span | null;
  /** Across the page, in pixels, while going up and down. */
  goalX: number | null;
}

export function beginAt({ steps }: TextModel, place = 0): Whereabouts {
  const first = steps.wordAt(place);
  return { marking: first && cursorAt(first), marked: false, chosen: null, goalX: null };
}

export const isMarked = ({ marking, marked }: Whereabouts): boolean =>
  marking !== null && (marked || !isCursor(marking));

const at = (marking: Marking | null, goalX: number | null = null): Whereabouts => ({
  marking,
  marked: marking !== null && !isCursor(marking),
  chosen: null,
  goalX,
});

export type Motion = Extract<SpanCommand, { kind: "step" | "line" | "page" | "edge" }>;

/** Where a key leads that moves through the text. */
export function moved(
  model: TextModel,
  stage: StageParts | null,
  from: Whereabouts,
  motion: Motion,
): Whereabouts {
  const { marking } = from;
  if (!marking) return from;
  const { steps, text } = model;
  if (motion.kind === "step") return at(stepMarking(steps, marking, motion.step, motion));
  if (motion.kind === "edge") {
    const word = edgeOf(text, steps, marking.head.start, motion.edge);
    return word ? at(markingAt(steps, marking, word.start, motion.extend)) : from;
  }
  if (!stage) return from;
  const x = from.goalX ?? middleOf(stage, marking.head, model.starts);
  if (x === null) return from;
  if (motion.kind === "page") {
    const place = turnPage(stage, marking.head, model.starts, motion.by);
    const edge = motion.by > 0 ? "textEnd" : "textStart";
    const reached = place ?? edgeOf(text, steps, marking.head.start, edge)?.start;
    return reached === undefined ? from : at(markingAt(steps, marking, reached, motion.extend), x);
  }
  for (const place of placesInLines(stage, marking.head, model.starts, motion.by, x)) {
    const word = steps.wordAt(place);
    const isFurther = word && Math.sign(word.start - marking.head.start) === motion.by;
    if (isFurther) return at(markingAt(steps, marking, word.start, motion.extend), x);
  }
  return from;
}

/** The span before or after the present place; null where the walk ends. */
export function walked(
  model: TextModel,
  spans: readonly Span[],
  from: Whereabouts,
  by: 1 | -1,
): Span | null {
  const index = spans.findIndex((span) => from.chosen && isSameSpan(span, from.chosen));
  if (index >= 0) return spans[index + by] ?? null;
  const here = model.offsets.toCodePoint(from.marking?.head.start ?? 0);
  const next = spans.find((span) => span.start >= here);
  return by > 0 ? (next ?? null) : (spans.findLast((span) => span.start < here) ?? null);
}

/** A span is chosen; the cursor waits at its first word. */
export function choosing(model: TextModel, span: Span): Whereabouts {
  const { start } = toUnits(model, span);
  const word = model.steps.wordAt(start);
  return { marking: word && cursorAt(word), marked: false, chosen: span, goalX: null };
}

/** Without what was chosen or marked; null when there is nothing to leave. */
export function left(from: Whereabouts): Whereabouts | null {
  if (from.chosen) return { ...from, chosen: null };
  if (!from.marking || !isMarked(from)) return null;
  return { ...from, marking: cursorAt(from.marking.head), marked: false };
}

/** What the mouse marked, in whole words unless it is meant to the letter. */
export function markedBy(
  { steps }: TextModel,
  act: Extract<MouseAct, { kind: "marked" }>,
): Whereabouts | null {
  const range = act.exact ? steps.toCharacters(act.range) : steps.toWords(act.range);
  if (!range) return null;
  const first = steps.wordAt(range.start);
  const last = steps.previousWord({ start: range.end, end: range.end });
  const isWords = first?.start === range.start && last?.end === range.end && first !== last;
  const edge = (place: number): TextRange => ({ start: place, end: place });
  const marking: Marking =
    isWords && first && last
      ? { anchor: first, head: last }
      : { anchor: edge(range.start), head: edge(range.end) };
  return { marking, marked: true, chosen: null, goalX: null };
}

/** The shortest span over a place. */
export function spanAt(model: TextModel, spans: readonly Span[], place: number): Span | null {
  const point = model.offsets.toCodePoint(place);
  const over = spans.filter((span) => span.start <= point && span.end > point);
  return over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** Where a click leads: to the span whose tag or text it hit, else to the word. */
export function pointedAt(
  model: TextModel,
  spans: readonly Span[],
  from: Whereabouts,
  act: Extract<MouseAct, { kind: "pointed" }>,
): Whereabouts {
  const { marking } = from;
  if (act.extend && marking) return at(markingAt(model.steps, marking, act.place, true));
  const span = spanOfTag(model, spans, act.tag) ?? spanAt(model, spans, act.place);
  if (span) return choosing(model, span);
  const word = model.steps.wordAt(act.place);
  return at(word && cursorAt(word));
}

/** Tags name their span in UTF-16 units. */
const spanOfTag = (model: TextModel, spans: readonly Span[], tag: string | null): Span | null =>
  spans.find((span) => {
    const { start, end } = toUnits(model, span);
    return `${start} ${end} ${span.labelId}` === tag;
  }) ?? null;

/** What is drawn over the text for where the person is. */
export function pointerOf(model: TextModel, where: Whereabouts): Pointer | null {
  const { marking, chosen } = where;
  if (chosen) {
    const range = toUnits(model, chosen);
    return { range, look: "chosen", head: range };
  }
  if (!marking) return null;
  const look = isMarked(where) ? "marked" : "cursor";
  return { range: markedRange(marking), look, head: marking.head };
}
