import { expect, test } from "vitest";
import { blockStarts } from "./text-blocks.ts";
import { textOffsets } from "./text-offsets.ts";
import { type TextRange, textSteps } from "./text-steps.ts";

const stepsOf = (text: string) => textSteps(text, blockStarts(text));

const HARD = {
  plain: "Took aspirin daily",
  emoji: "Pain 😀 since Monday",
  family: "a 👨‍👩‍👧‍👦 b",
  flags: "from 🇩🇪🇫🇷 by air",
  composed: "caf\u00e9 closed",
  decomposed: "cafe\u0301 closed",
  rightToLeft: "נטל אספירין 100 מ״ג",
  arabic: "تناول الأسبرين يوميا",
  chinese: "每天服用阿司匹林",
  windowsLines: "first\r\nsecond\r\n",
  loneHalf: "broken \ud83d half",
  hangul: "\u1112\u1161\u11ab\u1100\u1173\u11af text",
};

/** Small and repeatable, so that a failure can be seen again. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PARTS = [
  "a",
  "word",
  " ",
  "\n",
  "\r\n",
  "😀",
  "👩🏽‍⚕️",
  "🇩🇪",
  "e\u0301",
  "\u0301",
  "א",
  "ب",
  "文",
  "\u200d",
  "\ud83d",
  "𝒳",
  ".",
  "100 mg",
];

function randomText(seed: number): string {
  const random = randomNumbers(seed);
  return Array.from({ length: 1 + random(60) }, () => PARTS[random(PARTS.length)]).join("");
}
const randomTexts = Array.from({ length: 300 }, (_, seed) => randomText(seed + 1));
const texts = [...Object.values(HARD), ...randomTexts, ""];

test.each(texts)("offsets go to code points and back without loss: %j", (text) => {
  const offsets = textOffsets(text);
  const points = Array.from(text);
  expect(offsets.codePoints).toBe(points.length);
  const units = points.map((_, at) => points.slice(0, at).join("").length);
  expect(points.map((_, at) => offsets.toUnit(at))).toEqual(units);
  // Both halves of a pair belong to one code point.
  const owners = points.flatMap((point, at) => Array<number>(point.length).fill(at));
  expect(Array.from({ length: text.length }, (_, unit) => offsets.toCodePoint(unit))).toEqual(
    owners,
  );
  expect([offsets.toUnit(points.length), offsets.toCodePoint(text.length)]).toEqual([
    text.length,
    points.length,
  ]);
});

test("offsets outside the text mean its ends", () => {
  const offsets = textOffsets("a😀");
  expect([offsets.toUnit(99), offsets.toUnit(-1), offsets.toCodePoint(99)]).toEqual([3, 0, 2]);
});

/** Places in a text at which a visible character begins, and its end. */
const edgesOf = (text: string): Set<number> =>
  new Set([
    ...Array.from(new Intl.Segmenter("en").segment(text), ({ index }) => index),
    text.length,
  ]);

test.each(texts)("every step and every snap stays between visible characters: %j", (text) => {
  const steps = stepsOf(text);
  const edges = edgesOf(text);
  const found = Array.from({ length: text.length + 1 }, (_, place) => {
    const range = { start: place, end: Math.min(text.length, place + 2) };
    const ranges = [steps.toCharacters(range), steps.wordAt(place), steps.toWords(range)];
    const ends = ranges.flatMap((r) => (r ? [r.start, r.end] : []));
    return [steps.nextPlace(place), steps.previousPlace(place), ...ends];
  });
  expect(found.flat().filter((place) => !edges.has(place))).toEqual([]);
});

test.each(texts)("words forward and backward are the same words: %j", (text) => {
  const steps = stepsOf(text);
  const forward: TextRange[] = [];
  for (let word = steps.wordAt(0); word; word = steps.nextWord(word)) forward.push(word);
  const backward: TextRange[] = [];
  const end = { start: text.length, end: text.length };
  for (let word = steps.previousWord(end); word; word = steps.previousWord(word))
    backward.unshift(word);
  expect(backward).toEqual(forward);
});

test.each(texts)("the edges of words are where words begin and end: %j", (text) => {
  const starts = new Set(
    Array.from(
      new Intl.Segmenter("en", { granularity: "word" }).segment(text),
      ({ index }) => index,
    ),
  );
  const steps = stepsOf(text);
  const places = Array.from({ length: text.length }, (_, place) => place);
  expect(places.filter(steps.isWordEdge)).toEqual(places.filter((place) => starts.has(place)));
});

const wordsOf = (text: string): string[] => {
  const steps = stepsOf(text);
  const found: string[] = [];
  for (let word = steps.wordAt(0); word; word = steps.nextWord(word))
    found.push(text.slice(word.start, word.end));
  return found;
};

test.each<[keyof typeof HARD, string[]]>([
  ["plain", ["Took", "aspirin", "daily"]],
  ["emoji", ["Pain", "😀", "since", "Monday"]],
  ["family", ["a", "👨‍👩‍👧‍👦", "b"]],
  ["flags", ["from", "🇩🇪", "🇫🇷", "by", "air"]],
  ["decomposed", ["cafe\u0301", "closed"]],
  ["rightToLeft", ["נטל", "אספירין", "100", "מ״ג"]],
  ["arabic", ["تناول", "الأسبرين", "يوميا"]],
  ["windowsLines", ["first", "second"]],
])("the cursor stops at the words of %s", (name, words) => {
  expect(wordsOf(HARD[name])).toEqual(words);
});

test("signs that are read as words are stops, marks between words are not", () => {
  expect(wordsOf("Paid $5.50 (10%), don’t ask.")).toEqual([
    "Paid",
    "$",
    "5.50",
    "10",
    "%",
    "don’t",
    "ask",
  ]);
});

test.each([
  ["from within a word to within another", "Took aspirin daily", [7, 14], "aspirin daily"],
  ["without the spaces around", "Took aspirin daily", [4, 13], "aspirin"],
  ["with a mark that was marked", "Took aspirin.", [6, 13], "aspirin."],
  ["nothing but spaces", "a   b", [1, 3], null],
  ["an emoji marked by half", "a 😀 b", [3, 4], "😀"],
  ["over the end of a line", "one\r\ntwo", [2, 6], "one\r\ntwo"],
])("whole words: %s", (_what, text, [start = 0, end = 0], expected) => {
  const range = stepsOf(text).toWords({ start, end });
  expect(range && text.slice(range.start, range.end)).toBe(expected);
});

test.each([
  ["many short lines", "A short line.\r\n".repeat(2000)],
  ["one endless line", "Words without any end. ".repeat(2000)],
  ["one endless word", "x".repeat(20_000)],
  ["endless emoji", "👨‍👩‍👧‍👦".repeat(2000)],
  ["a long line among short ones", `short\n${"long ".repeat(2000)}\nshort\n`],
  ["empty lines", "\n".repeat(5000)],
])("blocks of %s are small, whole and between characters", (_what, text) => {
  const starts = blockStarts(text);
  const blocks = starts.map((start, at) => text.slice(start, starts[at + 1]));
  expect(blocks.join("")).toBe(text);
  expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(3600);
  const edges = edgesOf(text);
  expect(starts.every((start) => edges.has(start))).toBe(true);
  expect(blocks.every((block) => block.length > 0)).toBe(true);
});

test("a line that is not endless is never cut", () => {
  const text = `${"x".repeat(1000)}\n`.repeat(30);
  expect(blockStarts(text).every((start) => start === 0 || text[start - 1] === "\n")).toBe(true);
});
