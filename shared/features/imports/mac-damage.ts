import { macByte, utf8Bytes, windowsByte, windowsCharacter } from "./code-pages.ts";

/**
 * UTF-8 that was read as Windows-1252, saved as Mac OS Roman and read as Windows-1252 again, as an old Excel
 * for the Mac does: "£" becomes "å£", "’" becomes "‰Ûª". Only what came through whole is listed; where Mac
 * OS Roman has no character for a byte it wrote "_", and what stood there cannot be told.
 */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  [...range(0x80, 0xff), ...range(0x2010, 0x2044), 0x20ac, 0x2122].flatMap((codePoint) => {
    const damaged = damage(codePoint);
    return damaged === null ? [] : [[damaged, meaningOf(codePoint)] as const];
  }),
);
const DAMAGE = /‰[\u0080-\uFFFF]{2}|[åÌ][\u0080-\uFFFF]/g;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Control characters are Windows-1252 that had been taken for Latin-1 before all else. */
function meaningOf(codePoint: number): string {
  return codePoint < 0xa0 ? windowsCharacter(codePoint) : String.fromCodePoint(codePoint);
}

function damage(codePoint: number): string | null {
  const bytes = utf8Bytes(codePoint).map((byte) => macByte(windowsCharacter(byte).charCodeAt(0)));
  const damaged = bytes.map(windowsCharacter).join("");
  // A blank at the end is no sign of anything.
  return bytes.includes(-1) || /[\u0080-\u00A0]/.test(damaged) ? null : damaged;
}

/** Swedish, Danish and Norwegian words that end in "å", without it; a price may stand right behind one. */
const BEFORE_RING =
  /^(?:|[pfgmdnshlrt]|st|sl|bl|gr|tv|sm|sn|vr|sp|fl|tr|kr|br|ocks|ogs|alts|[äe]nd|(?:f[öo]r|be|[uo]pp|ut|av|af|an|på|mot|[åa]ter|om|inn?|under|[öo]ver|till?|fri|fram|ljus|lys|m[öø]rk)(?:st|g|sl|f|bl|gr))$/iu;
const LETTERS_BEFORE = /\p{L}*$/u;
const WORD_CHARACTERS = 20;

/** Mends the sequences that occur in no sound text. */
export function repairMacDamage(text: string): string {
  return text.replace(DAMAGE, (found, at: number) =>
    isSound(text, found, at) ? found : (MEANINGS.get(found) ?? found),
  );
}

function isSound(text: string, found: string, at: number): boolean {
  // What goes on with a byte above 0x7F is UTF-8 of another script that was read as Windows-1252.
  if (isTrail(text.charCodeAt(at + found.length))) return true;
  if (found.length > 2 || /\p{L}/u.test(found[1] ?? "")) return false;
  const word = LETTERS_BEFORE.exec(text.slice(Math.max(0, at - WORD_CHARACTERS), at))?.[0] ?? "";
  if (word === "") return false;
  // "Ì" ends no word in small letters; in capitals it may, as in "COSÌ".
  return found.startsWith("å") ? BEFORE_RING.test(word) : /\p{Lu}$/u.test(word);
}

function isTrail(code: number): boolean {
  const byte = windowsByte(code);
  return byte >= 0x80 && byte <= 0xbf;
}
