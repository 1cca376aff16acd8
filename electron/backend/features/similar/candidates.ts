import { wordsOf } from "#shared/features/search/parse-search.ts";
import type { SimilarQueries } from "./queries.ts";

/** Texts that are compared at most, and characters in them: about a second's worth. */
export const COMPARED_AT_MOST = 20_000;
const CHARACTERS_AT_MOST = 20_000_000;
/** Different words of a text that are looked up. */
const WORDS_AT_MOST = 300;

const inInput = (words: readonly string[]) => `input : "${words.join(" ")}"`;
const all = (words: readonly string[]) => words.map((word) => `(${inInput([word])})`).join(" AND ");

/** Whether the project is so small that every text can be compared. */
export function isSmall(queries: SimilarQueries): boolean {
  const { largest, characters } = queries.size();
  return largest <= COMPARED_AT_MOST && characters <= CHARACTERS_AT_MOST;
}

/** Fills a list up to what may be compared; what comes first is compared for certain. */
function createShortlist() {
  const keys = new Set<number>();
  return {
    keys,
    room: () => COMPARED_AT_MOST - keys.size,
    add(more: readonly number[]) {
      for (const key of more) if (keys.size < COMPARED_AT_MOST) keys.add(key);
    },
  };
}

/**
 * Keys of the examples that may be like a text. Of a large project those that share its rarest words; then,
 * while there is room, those that share as many of its usual words as possible; and those that the index of
 * words does not hold yet.
 */
export function listCandidates(queries: SimilarQueries, text: string): number[] {
  if (isSmall(queries)) return queries.listAllKeys();
  const list = createShortlist();
  const words = [...new Set(wordsOf(text.toLowerCase()))].slice(0, WORDS_AT_MOST);
  const counted = words
    .map((word) => ({ word, texts: queries.countHits(inInput([word]), COMPARED_AT_MOST + 1) }))
    .toSorted((a, b) => a.texts - b.texts);
  const rare = counted.filter(({ texts }) => texts <= COMPARED_AT_MOST);
  for (const { word, texts } of rare)
    if (texts > 0 && list.room() > 0) list.add(queries.listHits(inInput([word]), list.room()));
  const usual = counted.slice(rare.length).map(({ word }) => word);
  for (let together = usual.length; together > 0 && list.room() > 0; together -= 1)
    list.add(queries.listHits(all(usual.slice(0, together)), list.room()));
  list.add(queries.listUnindexed(list.room()));
  return [...list.keys];
}

/** Keys of the examples that may contain one of these strings. */
export function listContaining(queries: SimilarQueries, strings: readonly string[]): number[] {
  if (isSmall(queries)) return queries.listAllKeys();
  const list = createShortlist();
  for (const string of strings) {
    const words = wordsOf(string);
    if (words.length > 0 && list.room() > 0)
      list.add(queries.listHits(inInput(words), list.room()));
  }
  list.add(queries.listUnindexed(list.room()));
  return [...list.keys];
}
