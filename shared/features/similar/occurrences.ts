/** Written without blanks between words: there every place may begin or end one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IN_WORD = /[\p{L}\p{N}\p{M}_]/u;

const joins = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  IN_WORD.test(one) &&
  IN_WORD.test(other) &&
  !UNSPACED.test(one) &&
  !UNSPACED.test(other);

/**
 * Where a string occurs in a text as whole words, as code points: `art` is not found in `party`. Occurrences do
 * not overlap; `points` are the code points of the text.
 */
export function findOccurrences(
  points: readonly string[],
  wanted: string,
): { start: number; end: number }[] {
  const sought = Array.from(wanted);
  const found: { start: number; end: number }[] = [];
  if (wanted.trim() === "") return found;
  const last = points.length - sought.length;
  for (let start = 0; start <= last; start += 1) {
    if (points[start] !== sought[0] || !sought.every((point, at) => points[start + at] === point))
      continue;
    const end = start + sought.length;
    if (joins(points[start - 1], sought[0]) || joins(sought.at(-1), points[end])) continue;
    found.push({ start, end });
    start = end - 1;
  }
  return found;
}
