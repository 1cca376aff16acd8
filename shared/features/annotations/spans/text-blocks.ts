/** Blocks end with the first line that reaches this length, in UTF-16 units. */
const FULL = 500;
/** A line is cut at a space once it is longer than this, and anywhere once it is twice as long. */
const LONGEST_LINE = 2400;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The last place up to `limit` at which a line without an end may be cut: behind a space, else between graphemes. */
function cutBefore(text: string, start: number, limit: number): number {
  const part = text.slice(start, limit);
  // A mark or joiner behind a space belongs to it.
  const space = /[ \t](?![\s\p{M}\u200D])(?=\S)[^ \t]*$/u.exec(part);
  if (space && space.index > 0) return start + space.index + 1;
  let end = limit;
  for (const { index, segment } of graphemes.segment(text.slice(start, limit + 200))) {
    if (index + segment.length > limit - start) break;
    end = start + index + segment.length;
  }
  return end > start ? end : limit;
}

/**
 * Where the blocks of a text begin, in UTF-16 units. A block holds whole lines, so that a change in it
 * leaves the drawing of all others alone; only a line of endless length is cut.
 */
export function blockStarts(text: string): number[] {
  const starts: number[] = [];
  let start = 0;
  const lineEnd = /\r\n|\n|\r/g;
  while (start < text.length) {
    starts.push(start);
    lineEnd.lastIndex = start;
    let end = start;
    while (end - start < FULL && end < text.length) {
      const found = lineEnd.exec(text);
      const next = found ? lineEnd.lastIndex : text.length;
      if (next - start > LONGEST_LINE) {
        // What stands before the endless line is a block of its own.
        if (end === start) end = cutBefore(text, start, start + LONGEST_LINE);
        break;
      }
      end = next;
    }
    start = end;
  }
  return starts;
}
