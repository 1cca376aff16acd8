import { overlaps, type Stretch } from "./spans.ts";

/**
 * What parts two people's stretches of one label on one text (Krippendorff, Quality & Quantity 2004,
 * 38:787–800, section 3; Sociological Methodology 1995, 25:47–76), in squared code points. Stretches that
 * overlap differ by the squares of the distances of their beginnings and of their ends; a stretch where the
 * other one has only a gap differs by the square of its length.
 */
export function stretchDistance(one: readonly Stretch[], two: readonly Stretch[]): number {
  let sum = 0;
  for (const a of one) {
    let isAlone = true;
    for (const b of two) {
      if (!overlaps(a, b)) continue;
      isAlone = false;
      sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
    }
    if (isAlone) sum += (a.end - a.start) ** 2;
  }
  for (const b of two) if (!one.some((a) => overlaps(a, b))) sum += (b.end - b.start) ** 2;
  return sum;
}

/** Lengths of what lies between stretches, before the first and after the last. */
export function gapsBetween(stretches: readonly Stretch[], length: number): number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const { start, end } of [...stretches, { start: length, end: length }]) {
    if (start > at) gaps.push(start - at);
    at = end;
  }
  return gaps;
}
