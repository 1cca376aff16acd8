import { expect, test } from "vitest";
import { isRechecked, mixIn } from "./schedule.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const extra = [100, 101, 102];

test.each<[items: number, place: number, expected: number[]]>([
  [8, 0, upTo(8)],
  [9, 0, [100, ...upTo(9)]],
  [9, 8, [...upTo(8), 100, 8]],
  [9, 9, [100, ...upTo(9)]],
  [20, 4, [0, 1, 2, 3, 100, 4, 5, 6, 7, 8, 9, 10, 11, 12, 101, 13, 14, 15, 16, 17, 18, 19]],
])("among %i, at place %i of ten", (items, place, expected) => {
  expect(mixIn(upTo(items), extra, () => place)).toEqual(expected);
});

test("without any that are due, nothing changes", () => {
  expect(mixIn(upTo(30), [], () => 3)).toEqual(upTo(30));
});

test.each([0, 0.05, 0.5, 1])("about the share %d of examples is asked once more", (share) => {
  const ids = upTo(4000).map((key) => `0190a6f0-0000-7000-8000-${String(key).padStart(12, "0")}`);
  const chosen = ids.filter((id) => isRechecked(id, share)).length / ids.length;
  const mayMiss = share === 0 || share === 1 ? 0 : 0.02;
  expect(Math.abs(chosen - share)).toBeLessThanOrEqual(mayMiss);
});
