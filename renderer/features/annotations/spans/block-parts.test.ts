import { expect, test } from "vitest";
import { blockParts, type Mark, marksByBlock } from "./block-parts.ts";

const mark = (start: number, end: number, lane = 0): Mark => ({ start, end, lane, labelId: "a" });

test("a mark over several blocks is in each of them, and one that ends where a block begins is not", () => {
  const across = mark(5, 25);
  const before = mark(5, 10);
  expect(marksByBlock([across, before], [0, 10, 20, 30])).toEqual([
    [across, before],
    [across],
    [across],
    [],
  ]);
});

test("every run lies under the same marks, the outermost first", () => {
  const outer = mark(2, 8, 1);
  const inner = mark(4, 6);
  expect(blockParts(0, 10, [inner, outer])).toEqual([
    { start: 0, end: 2, marks: [] },
    { start: 2, end: 4, marks: [outer] },
    { start: 4, end: 6, marks: [outer, inner] },
    { start: 6, end: 8, marks: [outer] },
    { start: 8, end: 10, marks: [] },
  ]);
});

test("adjoining marks are runs of their own, and a mark is cut at the block's ends", () => {
  expect(
    blockParts(10, 20, [mark(5, 15), mark(15, 25)]).map(({ start, end }) => [start, end]),
  ).toEqual([
    [10, 15],
    [15, 20],
  ]);
});
