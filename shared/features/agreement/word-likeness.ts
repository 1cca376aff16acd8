import type { AnswerValue } from "../annotations/answer-value.ts";
import type { Measure } from "./contract.ts";
import { measureOne, type Resampling, undefinedMeasure, whyNothing } from "./measure.ts";
import { meanPairValue } from "./pair-values.ts";
import { type Ratings, sharedItems } from "./ratings.ts";

/** Writing without blanks between words is compared sign by sign. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (text: string): Map<string, number> => {
  const words = new Map<string, number>();
  for (const word of text.normalize("NFC").toLowerCase().match(WORD) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
};

/**
 * How alike two texts are, between 0 and 1: twice the words they share over the words of both (Dice, Ecology
 * 1945, 26:297–302; the token F1 of Rajpurkar et al., EMNLP 2016). Case, signs between words and the order of
 * words do not matter; two texts without a word are alike.
 */
export function wordLikeness(a: string, b: string): number {
  return likenessOf(wordsOf(a), wordsOf(b));
}

function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let total = 0;
  for (const [word, times] of a) {
    shared += Math.min(times, b.get(word) ?? 0);
    total += times;
  }
  for (const times of b.values()) total += times;
  return total === 0 ? 1 : (2 * shared) / total;
}

/** What a person wrote: the response, or everything the assistant says. */
export function writtenText(value: AnswerValue | undefined): string {
  if (value?.kind === "write") return value.response;
  if (value?.kind !== "chat") return "";
  const said = value.turns.filter(({ role }) => role === "assistant");
  return said.map(({ content }) => content).join("\n");
}

/** The mean likeness of texts that people wrote for the same item; nothing is claimed about chance. */
export function meanWordLikeness(ratings: Ratings, resampling?: Resampling): Measure {
  const shared = sharedItems(ratings);
  const reason = whyNothing(shared);
  if (reason) return undefinedMeasure(reason, shared.items);
  const words = shared.categories.map((value) => wordsOf(writtenText(value)));
  const mean = meanPairValue(
    shared,
    (a, b) => (a === b ? 1 : likenessOf(words[a] ?? new Map(), words[b] ?? new Map())),
    "byItems",
  );
  const measure = measureOne(
    shared.items,
    (weights) => ({ observed: mean(weights), expected: 0 }),
    resampling,
  );
  return measure.state === "defined" ? { ...measure, observed: null, expected: null } : measure;
}
