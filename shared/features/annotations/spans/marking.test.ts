import { expect, test } from "vitest";
import {
  cursorAt,
  edgeOf,
  isCursor,
  type Marking,
  markedRange,
  markingAt,
  stepMarking,
} from "./marking.ts";
import { blockStarts } from "./text-blocks.ts";
import { textSteps } from "./text-steps.ts";

const TEXT = "Took two aspirin daily.\nThen 😀 slept well";
const steps = textSteps(TEXT, blockStarts(TEXT));
const start = (): Marking => cursorAt(steps.wordAt(TEXT.indexOf("two")) ?? { start: 0, end: 0 });

/** Arrow keys as a person presses them: > < by word, s for Shift before it, x for exact before it. */
function press(keys: string): Marking {
  return keys.split(" ").reduce((marking, key) => {
    const step = key.endsWith(">") ? "next" : "previous";
    return stepMarking(steps, marking, step, {
      extend: key.includes("s"),
      exact: key.includes("x"),
    });
  }, start());
}
const shown = (marking: Marking) => {
  const { start: from, end } = markedRange(marking);
  return TEXT.slice(from, end);
};

test.each([
  ["a word forward", ">", "aspirin"],
  ["a word back", "<", "Took"],
  ["not beyond the first", "< < <", "Took"],
  ["over the line's end onto an emoji", "> > > >", "😀"],
  ["one word more", "s>", "two aspirin"],
  ["two words more, one less", "s> s> s<", "two aspirin"],
  ["one word more to the left", "s<", "Took two"],
  ["to the left over the anchor", "s> s< s<", "Took two"],
  ["a cursor between characters marks nothing", "x>", ""],
  ["from there to the end of its word", "x> s>", "wo"],
  ["from there to the next word", "x> >", "aspirin"],
  ["one character more", "sx>", "two "],
  ["one character less", "sx<", "tw"],
  ["never half an emoji", "> > > sx> sx>", "Then 😀"],
])("%s", (_what, keys, expected) => {
  expect(shown(press(keys))).toBe(expected);
});

test("a word is a cursor until it is extended, and again when it shrank back", () => {
  expect([start(), press("s>"), press("s> s<"), press("x>")].map(isCursor)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("a marking reaches to the word at a place", () => {
  expect(shown(markingAt(steps, start(), TEXT.indexOf("slept") + 2, true))).toBe(
    "two aspirin daily.\nThen 😀 slept",
  );
  expect(shown(markingAt(steps, start(), TEXT.indexOf("slept") + 2, false))).toBe("slept");
});

test.each([
  ["lineStart", "daily", "Took"],
  ["lineEnd", "Took", "daily"],
  ["lineStart", "well", "Then"],
  ["lineEnd", "Then", "well"],
  ["textStart", "well", "Took"],
  ["textEnd", "Took", "well"],
] as const)("%s from %s", (edge, from, expected) => {
  const range = edgeOf(TEXT, steps, TEXT.indexOf(from), edge);
  expect(range && TEXT.slice(range.start, range.end)).toBe(expected);
});
