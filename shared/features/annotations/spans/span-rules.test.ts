import { expect, test } from "vitest";
import { spanChanges } from "./span-changes.ts";
import {
  addSpans,
  nudgeRange,
  otherOccurrences,
  removeSpan,
  replaceSpan,
  type Span,
  spanText,
} from "./span-edits.ts";
import { spanLanes } from "./span-lanes.ts";
import { blockStarts } from "./text-blocks.ts";
import { textOffsets } from "./text-offsets.ts";
import { textSteps } from "./text-steps.ts";

const span = (start: number, end: number, labelId = "a"): Span => ({ start, end, labelId });

test.each([
  ["apart", [span(0, 3), span(3, 5)], [0, 0]],
  ["one within the other", [span(0, 9), span(2, 4)], [1, 0]],
  ["a chain of overlaps", [span(0, 4), span(3, 7), span(6, 9)], [0, 1, 0]],
  ["the same place twice", [span(0, 4), span(0, 4, "b")], [0, 1]],
  ["three deep", [span(0, 10), span(1, 6), span(2, 3)], [2, 1, 0]],
  ["two clusters", [span(0, 9), span(2, 4), span(20, 29), span(22, 24)], [1, 0, 1, 0]],
  ["none", [], []],
])("lanes: %s", (_what, ranges, lanes) => {
  expect(spanLanes(ranges)).toEqual(lanes);
});

test("ranges that overlap never share a lane", () => {
  const ranges = Array.from({ length: 120 }, (_, i) =>
    span((i * 37) % 200, ((i * 37) % 200) + 1 + ((i * 13) % 40)),
  );
  const lanes = spanLanes(ranges);
  const clashes = ranges.flatMap((a, i) =>
    ranges.filter((b, j) => i < j && a.start < b.end && b.start < a.end && lanes[i] === lanes[j]),
  );
  expect(clashes).toEqual([]);
});

test("spans are kept in reading order, each once", () => {
  const spans = addSpans([span(5, 9)], [span(0, 2), span(5, 9), span(5, 12), span(5, 9, "b")]);
  expect(spans).toEqual([span(0, 2), span(5, 12), span(5, 9), span(5, 9, "b")]);
  expect(removeSpan(spans, span(5, 9))).toEqual([span(0, 2), span(5, 12), span(5, 9, "b")]);
  expect(replaceSpan(spans, span(5, 9), span(5, 9, "b"))).toEqual([
    span(0, 2),
    span(5, 12),
    span(5, 9, "b"),
  ]);
});

test.each([
  ["end one word on", "end", "next", false, "two aspirin daily"],
  ["end one word back", "end", "previous", false, "two"],
  ["start one word back", "start", "previous", false, "Took two aspirin"],
  ["start one word on", "start", "next", false, "aspirin"],
  ["end one character on", "end", "next", true, "two aspirin "],
  ["end one character back", "end", "previous", true, "two aspiri"],
  ["start one character on", "start", "next", true, "wo aspirin"],
  ["start one character back", "start", "previous", true, " two aspirin"],
] as const)("an edge is nudged: %s", (_what, edge, step, exact, expected) => {
  const text = "Took two aspirin daily";
  const steps = textSteps(text, blockStarts(text));
  const moved = nudgeRange(text, steps, { start: 5, end: 16 }, { edge, step, exact });
  expect(moved && text.slice(moved.start, moved.end)).toBe(expected);
});

test.each([
  ["end", "previous", false],
  ["start", "next", false],
] as const)("the %s of a single word does not cross to %s", (edge, step, exact) => {
  const text = "Took two aspirin";
  const steps = textSteps(text, blockStarts(text));
  expect(nudgeRange(text, steps, { start: 5, end: 8 }, { edge, step, exact })).toBeNull();
});

test.each([
  ["whole words only", "art, heart, art 😀 art", [0, 3], [span(12, 15), span(18, 21)]],
  ["parts where a part was marked", "heart, heart", [2, 5], [span(9, 12)]],
  ["to the letter, not folded", "Art art", [0, 3], []],
  ["behind emoji, in code points", "😀 mg 👨‍👩‍👧‍👦 mg", [2, 4], [span(13, 15)]],
  ["not a letter of which an accent is part", "e x e\u0301", [0, 1], []],
])("other occurrences: %s", (_what, text, [start = 0, end = 0], expected) => {
  const steps = textSteps(text, blockStarts(text));
  const offsets = textOffsets(text);
  const given = span(start, end);
  const found = otherOccurrences(text, offsets, steps, [given], given);
  expect(found).toEqual(expected);
  for (const other of found)
    expect(spanText(text, offsets, other)).toBe(spanText(text, offsets, given));
});

test("an occurrence that has the label already is not offered", () => {
  const text = "art art art";
  const steps = textSteps(text, blockStarts(text));
  const spans = [span(0, 3), span(4, 7), span(8, 11, "b")];
  expect(otherOccurrences(text, textOffsets(text), steps, spans, span(0, 3))).toEqual([
    span(8, 11),
  ]);
});

test("changes tell added, removed and relabelled apart", () => {
  const before = [span(0, 2), span(4, 6), span(8, 9)];
  const after = [span(0, 2), span(4, 6, "b"), span(10, 12)];
  expect(spanChanges(before, after)).toEqual({
    added: [span(10, 12)],
    removed: [span(8, 9)],
    relabelled: [{ before: span(4, 6), after: span(4, 6, "b") }],
  });
});
