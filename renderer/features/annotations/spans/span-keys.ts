import type { MarkingStep } from "../../../../shared/features/annotations/spans/marking.ts";
import type { Nudge } from "../../../../shared/features/annotations/spans/span-edits.ts";
import type { KeyPress } from "../keys/desk-keys.ts";

/** What a key press asks of the text that is being marked. */
export type SpanCommand =
  | { kind: "step"; step: MarkingStep; extend: boolean; exact: boolean }
  | { kind: "line" | "page"; by: 1 | -1; extend: boolean }
  | {
      kind: "edge";
      edge: "lineStart" | "lineEnd" | "textStart" | "textEnd";
      extend: boolean;
    }
  | { kind: "walk"; by: 1 | -1 }
  | ({ kind: "nudge" } & Nudge)
  | { kind: "remove" | "leave" | "everywhere" | "brush" };

/** What matters besides the key. */
export interface KeyContext {
  /** A marked place is chosen: Shift and the arrows move its end. */
  spanChosen: boolean;
  /** The text runs from right to left, and the arrows with it. */
  rightToLeft: boolean;
}

const LINES: Record<string, { kind: "line" | "page"; by: 1 | -1 }> = {
  ArrowUp: { kind: "line", by: -1 },
  ArrowDown: { kind: "line", by: 1 },
  PageUp: { kind: "page", by: -1 },
  PageDown: { kind: "page", by: 1 },
};

/** `[` and `]` push the edges outwards, with Shift back inwards. */
const NUDGES: Record<string, Omit<Nudge, "exact">> = {
  "[": { edge: "start", step: "previous" },
  "]": { edge: "end", step: "next" },
  "{": { edge: "start", step: "next" },
  "}": { edge: "end", step: "previous" },
};

const PLAIN: Record<string, "remove" | "leave" | "everywhere" | "brush"> = {
  Delete: "remove",
  Backspace: "remove",
  Escape: "leave",
  "*": "everywhere",
  " ": "brush",
};
/** These do their work once, however long the key is held. */
const ONCE = new Set<SpanCommand["kind"]>(["everywhere", "remove", "brush"]);

function arrow(press: KeyPress, context: KeyContext): SpanCommand {
  const forward = (press.key === "ArrowRight") !== context.rightToLeft;
  const step = forward ? "next" : "previous";
  const exact = press.ctrlKey || press.altKey;
  return context.spanChosen && press.shiftKey
    ? { kind: "nudge", edge: "end", step, exact }
    : { kind: "step", step, extend: press.shiftKey, exact };
}

function find(press: KeyPress, context: KeyContext): SpanCommand | null {
  const { key, shiftKey: extend } = press;
  if (key === "ArrowLeft" || key === "ArrowRight") return arrow(press, context);
  const nudge = NUDGES[key];
  // Where brackets are written with AltGr, Ctrl and Alt come with them and mean nothing.
  if (nudge) return { kind: "nudge", ...nudge, exact: press.altKey !== press.ctrlKey };
  if (key === "Home" || key === "End") {
    const place = press.ctrlKey ? "text" : "line";
    return { kind: "edge", edge: `${place}${key === "Home" ? "Start" : "End"}`, extend };
  }
  if (press.ctrlKey || press.altKey) return null;
  const line = LINES[key];
  if (line) return { ...line, extend };
  if (key === "Tab") return { kind: "walk", by: extend ? -1 : 1 };
  const plain = PLAIN[key];
  return plain ? { kind: plain } : null;
}

/** The command of a key press on a text that is being marked, or null. */
export function spanCommandOf(press: KeyPress, context: KeyContext): SpanCommand | null {
  if (press.isComposing || press.metaKey) return null;
  const command = find(press, context);
  return command && press.repeat && ONCE.has(command.kind) ? null : command;
}
