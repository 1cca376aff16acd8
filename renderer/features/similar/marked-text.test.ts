import { expect, test } from "vitest";
import { markedPieces } from "./marked-text.ts";

const span = (start: number, end: number, labelId: string) => ({ start, end, labelId });
const shown = (text: string, ...spans: ReturnType<typeof span>[]) =>
  markedPieces(text, spans).map((piece) => [piece.text, piece.labelId]);

test("a text is cut where marks begin and end, counted in code points", () => {
  expect(shown("😀 take aspirin now", span(7, 14, "drug"))).toEqual([
    ["😀 take ", null],
    ["aspirin", "drug"],
    [" now", null],
  ]);
});

test("where marks overlap, the later one shows", () => {
  expect(shown("abcd", span(0, 3, "a"), span(1, 4, "b"))).toEqual([
    ["a", "a"],
    ["bc", "b"],
    ["d", "b"],
  ]);
});

test("of a long text, the part around its first mark", () => {
  const pieces = shown(`${"x".repeat(1000)} aspirin ${"y".repeat(1000)}`, span(1001, 1008, "drug"));
  expect(pieces.map(([, labelId]) => labelId)).toEqual([null, "drug", null]);
  expect(pieces[0]?.[0]).toBe(`…${"x".repeat(59)} `);
  expect(pieces[2]?.[0]?.endsWith("y…")).toBe(true);
});

test("without marks, its beginning", () => {
  expect(shown("plain")).toEqual([["plain", null]]);
  expect(shown("")).toEqual([]);
});
