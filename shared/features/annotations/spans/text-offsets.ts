/** Where code points and UTF-16 units part ways in one text; both directions lose nothing. */
export interface TextOffsets {
  /** Length of the text in code points. */
  codePoints: number;
  /** The code points before a place in UTF-16 units; a place inside a surrogate pair counts as before it. */
  toCodePoint: (unit: number) => number;
  /** The place in UTF-16 units before which so many code points stand. */
  toUnit: (codePoint: number) => number;
}

/** How many of the ascending `values` are below `limit`. */
export function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads a text once, so that any offset in it can be converted in a few steps. */
export function textOffsets(text: string): TextOffsets {
  /** Of every surrogate pair: where its second half stands, and how many code points come before it. */
  const secondHalves: number[] = [];
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) {
    pairs.push(index - pairs.length);
    secondHalves.push(index + 1);
  }
  const codePoints = text.length - pairs.length;
  return {
    codePoints,
    toCodePoint(unit) {
      const place = Math.min(Math.max(0, unit), text.length);
      return place - countBelow(secondHalves, place + 1);
    },
    toUnit(codePoint) {
      const place = Math.min(Math.max(0, codePoint), codePoints);
      return place + countBelow(pairs, place);
    },
  };
}
