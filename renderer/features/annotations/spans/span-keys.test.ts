import { expect, test } from "vitest";
import { press } from "../keys/testing/press.ts";
import { type KeyContext, spanCommandOf } from "./span-keys.ts";

const text: KeyContext = { spanChosen: false, rightToLeft: false };
const chosen: KeyContext = { spanChosen: true, rightToLeft: false };
const hebrew: KeyContext = { spanChosen: false, rightToLeft: true };
const shiftKey = true;
const altKey = true;
const ctrlKey = true;

test.each([
  [
    "a word on",
    press("ArrowRight"),
    text,
    { kind: "step", step: "next", extend: false, exact: false },
  ],
  [
    "a word on, right to left",
    press("ArrowLeft"),
    hebrew,
    { kind: "step", step: "next", extend: false, exact: false },
  ],
  [
    "a word more",
    press("ArrowRight", { shiftKey }),
    text,
    { kind: "step", step: "next", extend: true, exact: false },
  ],
  [
    "a character back",
    press("ArrowLeft", { altKey }),
    text,
    { kind: "step", step: "previous", extend: false, exact: true },
  ],
  [
    "a character more",
    press("ArrowRight", { shiftKey, ctrlKey }),
    text,
    { kind: "step", step: "next", extend: true, exact: true },
  ],
  [
    "the end of what is chosen",
    press("ArrowRight", { shiftKey }),
    chosen,
    { kind: "nudge", edge: "end", step: "next", exact: false },
  ],
  [
    "away from what is chosen",
    press("ArrowRight"),
    chosen,
    { kind: "step", step: "next", extend: false, exact: false },
  ],
  ["a line down", press("ArrowDown"), text, { kind: "line", by: 1, extend: false }],
  ["a page up", press("PageUp", { shiftKey }), text, { kind: "page", by: -1, extend: true }],
  ["the line's end", press("End"), text, { kind: "edge", edge: "lineEnd", extend: false }],
  [
    "the text's beginning",
    press("Home", { ctrlKey }),
    text,
    { kind: "edge", edge: "textStart", extend: false },
  ],
  ["the next place", press("Tab"), text, { kind: "walk", by: 1 }],
  ["the place before", press("Tab", { shiftKey }), text, { kind: "walk", by: -1 }],
  [
    "start outwards",
    press("["),
    chosen,
    { kind: "nudge", edge: "start", step: "previous", exact: false },
  ],
  [
    "end inwards",
    press("}", { shiftKey }),
    chosen,
    { kind: "nudge", edge: "end", step: "previous", exact: false },
  ],
  [
    "a character outwards",
    press("]", { altKey }),
    chosen,
    { kind: "nudge", edge: "end", step: "next", exact: true },
  ],
  [
    "a bracket of a German keyboard",
    press("]", { altKey, ctrlKey }),
    chosen,
    { kind: "nudge", edge: "end", step: "next", exact: false },
  ],
  ["removal", press("Backspace"), chosen, { kind: "remove" }],
  ["saving is the desk's", press("Enter"), text, null],
  ["a held Delete", press("Delete", { repeat: true }), chosen, null],
  [
    "a held arrow",
    press("ArrowRight", { repeat: true }),
    text,
    { kind: "step", step: "next", extend: false, exact: false },
  ],
  ["everywhere", press("*", { shiftKey }), chosen, { kind: "everywhere" }],
  ["copying", press("c", { ctrlKey }), text, null],
  ["another window", press("Tab", { altKey }), text, null],
  ["a Mac command", press("ArrowLeft", { metaKey: true }), text, null],
  ["an input method", press("Delete", { isComposing: true }), text, null],
])("%s", (_what, given, context, expected) => {
  expect(spanCommandOf(given, context)).toEqual(expected);
});
