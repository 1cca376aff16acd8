import { expect, test } from "vitest";
import { follow, placeAt, scaleOf } from "./scaled-scroll.ts";

const ROW = 32;
const VIEWPORT = 640;

test("a list that browsers can draw is not scaled", () => {
  const scale = scaleOf(1000 * ROW);
  expect(scale).toMatchObject({ height: 32_000, pages: 1 });
  expect(follow(scale, { before: 0, after: 31_000, offset: 0 }, VIEWPORT)).toEqual({
    offset: 0,
    scrollTop: 31_000,
  });
});

test.each([0, 1, 900_000, 999_980])("row %i of a million comes to the top of the view", (row) => {
  const scale = scaleOf(1_000_000 * ROW);
  const { offset, scrollTop } = placeAt(scale, row * ROW, VIEWPORT);
  expect(offset + scrollTop).toBe(Math.min(row * ROW, scale.total - VIEWPORT));
  expect(scrollTop).toBeGreaterThanOrEqual(0);
  expect(scrollTop).toBeLessThanOrEqual(scale.height - VIEWPORT);
});

test("wheel turns move row by row through a million rows, without a jump", () => {
  const scale = scaleOf(1_000_000 * ROW);
  let { offset, scrollTop } = placeAt(scale, 0, VIEWPORT);
  let top = 0;
  for (let turn = 0; turn < 5000; turn += 1) {
    const after = scrollTop + 100;
    ({ offset, scrollTop } = follow(scale, { before: scrollTop, after, offset }, VIEWPORT));
    expect(offset + scrollTop - top).toBe(100);
    top = offset + scrollTop;
  }
});

test("the bar dragged to its end shows the last row, and to its middle the middle", () => {
  const scale = scaleOf(1_000_000 * ROW);
  const drag = (share: number) => {
    const after = share * (scale.height - VIEWPORT);
    const { offset, scrollTop } = follow(scale, { before: 0, after, offset: 0 }, VIEWPORT);
    return (offset + scrollTop) / (scale.total - VIEWPORT);
  };
  expect(drag(1)).toBeCloseTo(1, 3);
  expect(drag(0.5)).toBeCloseTo(0.5, 1);
});
