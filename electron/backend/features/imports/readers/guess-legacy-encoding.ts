import type { TextEncoding } from "#shared/features/imports/contract.ts";
import { createLegacyDecoder, type LegacyEncoding } from "./legacy-decoder.ts";
import { WRITTEN_LANGUAGES, type WrittenLanguage } from "./usual-characters.ts";

/** ln 1/128: each byte above ASCII as likely as any other. What explains bytes worse explains nothing. */
const CHANCE = -Math.log(128);
/** The share of characters that the tables do not list, by whether they could belong to the language at all. */
const UNLISTED_LETTER = Math.log(1e-4);
const FOREIGN = Math.log(1e-7);
const OUT_OF_PLACE = -4;
/** Capitals are rarer than the small letters that the tables list. */
const CAPITAL = -2.5;
/** ln 1/95: an ASCII byte that turns out to be the second half of a character needs no other explanation. */
const ASCII_BY_CHANCE = -Math.log(95);
/** What a language has to be likelier by, for each place further down the list. */
const LATER = 0.05;
const PURE_ASCII = /^[^\u0080-\uFFFF]*$/;

/**
 * The encoding under which some language makes these bytes likeliest (naive Bayes over its characters and
 * their neighbours); UTF-8, whose bad rows are then rejected, when pure chance explains them as well.
 */
export function guessLegacyEncoding(sample: Buffer): TextEncoding {
  const highBytes = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const asciiBytes = sample.length - highBytes;
  let best: { encoding: TextEncoding; score: number } = {
    encoding: "utf-8",
    score: highBytes * CHANCE,
  };
  const texts = new Map<LegacyEncoding, string>();
  let handicap = 0;
  for (const language of LANGUAGES)
    for (const encoding of language.encodings) {
      const text = texts.get(encoding) ?? createLegacyDecoder(encoding).decode(sample);
      texts.set(encoding, text);
      handicap += LATER;
      const halves = asciiBytes - countAscii(text);
      const score = scoreText(text, language) - halves * ASCII_BY_CHANCE - handicap;
      if (score > best.score) best = { encoding, score };
    }
  return best.encoding;
}

type Model = WrittenLanguage & { likelihood: ReadonlyMap<string, number> };
const LANGUAGES: readonly Model[] = WRITTEN_LANGUAGES.map((language) => ({
  ...language,
  likelihood: weigh(language),
}));

/** Log-likelihoods that fall with the rank, as the frequencies of letters and of Han characters do. */
function weigh({ usual, script }: WrittenLanguage): ReadonlyMap<string, number> {
  const characters = [...new Set(usual)];
  // Han characters fall off slowly, and a third of them stand outside any short list.
  const offset = script === "han" ? 25 : 1;
  const listed = script === "han" ? 0.65 : 0.98;
  const total = characters.reduce((sum, _, rank) => sum + 1 / (rank + offset), 0);
  return new Map(
    characters.map((character, rank) => [character, Math.log(listed / (rank + offset) / total)]),
  );
}

function scoreText(text: string, { script, likelihood }: Model): number {
  if (PURE_ASCII.test(text)) return 0;
  let score = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    const character = text[at] ?? "";
    const small = likelihood.get(character.toLowerCase());
    score +=
      likelihood.get(character) ??
      (small !== undefined
        ? small + CAPITAL
        : isUnlisted(code, script)
          ? UNLISTED_LETTER
          : FOREIGN);
    if (script !== "han" && isOutOfPlace(text, at, script)) score += OUT_OF_PLACE;
  }
  return score;
}

function isUnlisted(code: number, script: WrittenLanguage["script"]): boolean {
  if (script === "latin") return code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7;
  if (script === "cyrillic") return code >= 0x400 && code <= 0x4ff;
  return (
    (code >= 0x3000 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

const isFar = (code: number) => code >= 0xc0 && code < 0x500 && code !== 0xd7 && code !== 0xf7;
const isAsciiLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isLetter = (code: number) => isFar(code) || isAsciiLetter(code);

/** Cyrillic letters do not stand beside Latin ones, accented Latin letters hardly together, signs in no word. */
function isOutOfPlace(text: string, at: number, script: WrittenLanguage["script"]): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isFar(code)) {
    const opens = code === 0xbf || code === 0xa1;
    return isLetter(before) && (opens || isLetter(after)) && code !== 0x2019;
  }
  return script === "cyrillic"
    ? isAsciiLetter(before) || isAsciiLetter(after)
    : isFar(before) && isFar(after);
}

function countAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x80) count += 1;
  return count;
}
