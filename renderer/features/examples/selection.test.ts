import { expect, test } from "vitest";
import { add, countSelected, isSelected, NOTHING, rangeOf, remove, toggle } from "./selection.ts";

test("a million rows less one are two ranges", () => {
  const all = add(NOTHING, { from: 0, to: 999_999 });
  const less = remove(all, 412_345);
  expect(less).toEqual([
    { from: 0, to: 412_344 },
    { from: 412_346, to: 999_999 },
  ]);
  expect(countSelected(less)).toBe(999_999);
  expect(toggle(less, 412_345)).toEqual(all);
});

test("neighbours and overlaps grow together, others stay apart", () => {
  const some = [rangeOf(5, 7), rangeOf(20, 18), rangeOf(11, 11)].reduce(add, NOTHING);
  expect(some).toEqual([
    { from: 5, to: 7 },
    { from: 11, to: 11 },
    { from: 18, to: 20 },
  ]);
  expect(add(some, { from: 8, to: 10 })).toEqual([
    { from: 5, to: 11 },
    { from: 18, to: 20 },
  ]);
  expect([4, 5, 7, 8, 19].map((row) => isSelected(some, row))).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("taking away the only row leaves nothing", () => {
  expect(remove(add(NOTHING, rangeOf(3, 3)), 3)).toEqual([]);
});
