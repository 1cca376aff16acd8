import { countBelow } from "./text-offsets.ts";

/** A part of a text in UTF-16 units, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Steps through one text that never split what a reader sees as one character. */
export interface TextSteps {
  /** The word at a place: the one around it, else the next one, else the last one; null without any. */
  wordAt: (place: number) => TextRange | null;
  nextWord: (after: TextRange) => TextRange | null;
  previousWord: (before: TextRange) => TextRange | null;
  /** The nearest place one visible character further on, or back. */
  nextPlace: (place: number) => number;
  previousPlace: (place: number) => number;
  /** Both ends between visible characters, moved outwards where they are not. */
  toCharacters: (range: TextRange) => TextRange;
  /** True where no word goes on: a word, a sign or a space begins or ends there. */
  isWordEdge: (place: number) => boolean;
  /** Whole words and signs, without spaces around them; null when nothing but space is left. */
  toWords: (range: TextRange) => TextRange | null;
}

interface Segment extends TextRange {
  isSpace: boolean;
  /** Somewhere the cursor stops: a word, a number, an emoji, a currency sign. */
  isWord: boolean;
}

const words = new Intl.Segmenter("en", { granularity: "word" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Up to here no character joins the one before it, but for a line feed behind a carriage return. */
const LAST_ALONE = 0x2ff;
const IN_WORD = /[A-Za-z0-9_]/;
/** Never part of a word, whatever stands beside. */
const BETWEEN_WORDS = /[\s,;!?()[\]{}<>|/\\"]/;
const SIGN = /[\p{S}\p{Extended_Pictographic}%‰]/u;

function segmentsOf(text: string, offset: number): Segment[] {
  return Array.from(words.segment(text), ({ segment, index, isWordLike }) => ({
    start: offset + index,
    end: offset + index + segment.length,
    isSpace: segment.trim() === "",
    isWord: isWordLike === true || SIGN.test(segment),
  }));
}

/** `starts` are the text's blocks; each is taken apart when a step first comes to it. */
export function textSteps(text: string, starts: readonly number[]): TextSteps {
  const read = new Map<number, Segment[]>();
  const blockAt = (place: number) => Math.max(0, countBelow(starts, place + 1) - 1);
  const blockRange = (block: number): TextRange => ({
    start: starts[block] ?? text.length,
    end: starts[block + 1] ?? text.length,
  });
  function segments(block: number): Segment[] {
    const known = read.get(block);
    if (known) return known;
    const { start, end } = blockRange(block);
    const found = segmentsOf(text.slice(start, end), start);
    read.set(block, found);
    return found;
  }
  function wordFrom(place: number): TextRange | null {
    for (let block = blockAt(place); block < starts.length; block++) {
      const found = segments(block).find((s) => s.isWord && s.end > place);
      if (found) return { start: found.start, end: found.end };
    }
    return null;
  }
  function wordBefore(place: number): TextRange | null {
    for (let block = blockAt(place); block >= 0; block--) {
      const found = segments(block).findLast((s) => s.isWord && s.start < place);
      if (found) return { start: found.start, end: found.end };
    }
    return null;
  }
  /** The visible character that holds the unit at `place`. */
  function characterAt(place: number): TextRange {
    const { start, end } = blockRange(blockAt(place));
    const found = graphemes.segment(text.slice(start, end)).containing(place - start);
    const from = start + (found?.index ?? place - start);
    return { start: from, end: from + (found?.segment.length ?? 1) };
  }
  /** Most places can be told apart from their two neighbours, without asking what the characters are. */
  function isEdge(place: number): boolean {
    if (place <= 0 || place >= text.length) return true;
    const before = text.charCodeAt(place - 1);
    const after = text.charCodeAt(place);
    if (before <= LAST_ALONE && after <= LAST_ALONE) return !(before === 0x0d && after === 0x0a);
    return characterAt(place).start === place;
  }
  function isWordEdge(place: number): boolean {
    if (place <= 0 || place >= text.length) return true;
    const before = text.charAt(place - 1);
    const after = text.charAt(place);
    if (IN_WORD.test(before) && IN_WORD.test(after)) return false;
    // Spaces stay together, and so does a letter with the marks behind it.
    const areSpaces = before.trim() === "" && after.trim() === "";
    if (!areSpaces && text.charCodeAt(place) <= LAST_ALONE)
      if (BETWEEN_WORDS.test(before) || BETWEEN_WORDS.test(after)) return true;
    return segments(blockAt(place)).some((segment) => segment.start === place);
  }
  function toCharacters({ start, end }: TextRange): TextRange {
    return {
      start: isEdge(start) ? start : characterAt(start).start,
      end: isEdge(end) ? end : characterAt(end).end,
    };
  }
  return {
    wordAt: (place) => wordFrom(place) ?? wordBefore(text.length),
    nextWord: ({ start, end }) => wordFrom(Math.max(end, start + 1)),
    previousWord: ({ start }) => wordBefore(start),
    nextPlace: (place) => (place >= text.length ? text.length : characterAt(place).end),
    previousPlace: (place) => (place <= 0 ? 0 : characterAt(place - 1).start),
    toCharacters,
    isWordEdge,
    toWords(range) {
      const touched: Segment[] = [];
      for (let block = blockAt(range.start); block < starts.length; block++) {
        if (blockRange(block).start >= range.end) break;
        const inside = segments(block).filter((s) => s.end > range.start && s.start < range.end);
        touched.push(...inside.filter((s) => !s.isSpace));
      }
      const first = touched[0];
      const last = touched.at(-1);
      return first && last ? { start: first.start, end: last.end } : null;
    },
  };
}
