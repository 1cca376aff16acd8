import { windowsByte } from "./code-pages.ts";

/** Characters that read as the bytes of one UTF-8 character. */
export interface Sequence {
  start: number;
  end: number;
  /** What the bytes mean. */
  meaning: string;
  bytes: number;
  isCertain: boolean;
}

/** What may follow a letter in sound text: closing marks, dashes, signs, a blank. */
const MAY_FOLLOW = new Set("\u00A0\u00AD…‘’“”„‚•–—›‹»«™®©°ªº²³¹‰†‡·¿¡´€");
/** Those that even stand between two letters. */
const MAY_JOIN = new Set("\u00A0\u00AD…’•–—·");
const OPENING = /[«“„‘'"(‹[]/;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const NOT_TEXT = /[\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;
const CONTROL = /[\u0080-\u009F]/;
const SCRIPTS = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Armenian}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Tamil}/u,
  /\p{Script=Georgian}/u,
];
/** Marks that follow "â" only where it is damage: opening quotes, daggers, accents and money behind a letter. */
const AFTER_A_CIRCUMFLEX = new Set("€‚ƒ„†‡ˆ‰ŠŒŽ˜šœžŸ™");

/** The sequences of a text. */
export function findSequences(text: string): Sequence[] {
  const found: Sequence[] = [];
  for (let at = 0; at < text.length;) {
    const sequence = readSequence(text, at);
    if (sequence) found.push(sequence);
    at = sequence?.end ?? at + 1;
  }
  return found;
}

/** True when every character beyond ASCII is part of a sequence: the whole text went the same way. */
export function coverAll(text: string, found: readonly Sequence[]): boolean {
  let from = 0;
  for (const { start, end } of found) {
    if (BEYOND_ASCII.test(text.slice(from, start))) return false;
    from = end;
  }
  return !BEYOND_ASCII.test(text.slice(from));
}
const BEYOND_ASCII = /[^\0-\x7F]/;

/** Keeps those that occur in no sound text. */
export function keepCertain(text: string, sequences: readonly Sequence[]): Sequence[] {
  const found = sequences.filter(({ meaning }) => !CONTROL.test(meaning));
  for (const [index, sequence] of found.entries()) {
    const before = found[index - 1];
    const previous =
      before?.isCertain && before.end === sequence.start
        ? before.meaning
        : (text[sequence.start - 1] ?? "");
    sequence.isCertain = isCertain(text, sequence, previous);
  }
  markRuns(found);
  spread(found);
  return found.filter((sequence) => sequence.isCertain);
}

const LENGTH_OF = (lead: number) =>
  lead >= 0xc2 && lead <= 0xdf
    ? 2
    : lead >= 0xe0 && lead <= 0xef
      ? 3
      : lead >= 0xf0 && lead <= 0xf4
        ? 4
        : 0;
/** The least code point that needs this many bytes. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

function readSequence(text: string, start: number): Sequence | null {
  const lead = windowsByte(text.charCodeAt(start));
  const bytes = LENGTH_OF(lead);
  if (bytes === 0 || start + bytes > text.length) return null;
  let codePoint = lead & (0xff >> (bytes + 1));
  for (let more = 1; more < bytes; more += 1) {
    const byte = windowsByte(text.charCodeAt(start + more));
    if (byte < 0x80 || byte > 0xbf) return null;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (codePoint < (LEAST[bytes] ?? 0) || codePoint > 0x10ffff) return null;
  const meaning = String.fromCodePoint(codePoint);
  if (NOT_TEXT.test(meaning)) return null;
  return { start, end: start + bytes, meaning, bytes, isCertain: false };
}

/** Whether one sequence by itself, or with the characters beside it, occurs in no sound text. */
function isCertain(text: string, { start, end, bytes, meaning }: Sequence, previous: string) {
  const lead = text[start] ?? "";
  const second = text[start + 1] ?? "";
  const next = text[end] ?? "";
  if (bytes === 4) return second === "Ÿ" || second === "\u009F";
  if (bytes === 3) return isCertainTriple(lead, second, text[start + 2] ?? "", next, meaning);
  if (lead === "Â") {
    if (UPPER.test(previous)) return !MAY_FOLLOW.has(second);
    return !(OPENING.test(previous) && (second === "»" || second === "\u00A0"));
  }
  const isInside = LOWER.test(previous);
  const isFollowed = LOWER.test(next) && !MAY_JOIN.has(second);
  if ("ÃÄÅ".includes(lead)) {
    if (!MAY_FOLLOW.has(second) || isInside || isFollowed) return true;
    return lead === "Ã" && !LETTER.test(previous) && !OPENING.test(previous) && !LETTER.test(next);
  }
  const isRare = (lead === "È" && "ȘșȚț".includes(meaning)) || "ƠơƯư".includes(meaning);
  return isRare && (isInside || isFollowed);
}

function isCertainTriple(
  lead: string,
  second: string,
  third: string,
  next: string,
  meaning: string,
): boolean {
  const isControl = (character: string) => character >= "\u0080" && character <= "\u009F";
  if (lead === "â") return AFTER_A_CIRCUMFLEX.has(second) || isControl(second) || isControl(third);
  if (lead === "ï") return "¸¼½¬".includes(second) || meaning === "\uFEFF";
  if (lead !== "á") return false;
  if (second === "º") return true;
  return second === "»" && (!MAY_FOLLOW.has(third) || /[a-z]/.test(next));
}

const scriptOf = ({ meaning }: Sequence) => SCRIPTS.findIndex((script) => script.test(meaning));

/** Letters of another script come as words: several together are certain, and then so are single ones. */
function markRuns(found: readonly Sequence[]): void {
  const sure = new Set<number>();
  let run: Sequence[] = [];
  const endRun = () => {
    const script = run[0] ? scriptOf(run[0]) : -1;
    // The sign "×" before a raised number looks like Hebrew.
    const enough = run[0]?.meaning.match(/\p{Script=Hebrew}/u) ? 3 : 2;
    if (script !== -1 && run.length >= enough) {
      for (const sequence of run) sequence.isCertain = true;
      sure.add(script);
    }
  };
  for (const sequence of found) {
    const last = run.at(-1);
    const goesOn = last && last.end === sequence.start && scriptOf(last) === scriptOf(sequence);
    if (!goesOn) {
      endRun();
      run = [];
    }
    run.push(sequence);
  }
  endRun();
  for (const sequence of found) if (sure.has(scriptOf(sequence))) sequence.isCertain = true;
}

/** What touches certain damage is damage. */
function spread(found: readonly Sequence[]): void {
  const touch = (sequence: Sequence, neighbour: Sequence | undefined) => {
    if (!neighbour?.isCertain) return;
    if (neighbour.end === sequence.start || neighbour.start === sequence.end)
      sequence.isCertain = true;
  };
  for (const [index, sequence] of found.entries()) touch(sequence, found[index - 1]);
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const sequence = found[index];
    if (sequence) touch(sequence, found[index + 1]);
  }
}
