import { type SearchTerm, wordsOf } from "./parse-search.ts";

/** Case and accents do not count, as in the index. */
const fold = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC");

/** For characters that are meant literally only case is levelled. */
export const foldCase = (text: string) => text.normalize("NFC").toLowerCase();

function hasWords(words: string[], wanted: string[], mayGoOn: boolean): boolean {
  const last = wanted.length - 1;
  return words.some((_, start) =>
    wanted.every((word, at) => {
      const there = words[start + at];
      return there === word || (mayGoOn && at === last && there?.startsWith(word) === true);
    }),
  );
}

/** Tells for one text after the other whether it is found; for texts that the index does not hold yet. */
export function createTextMatcher(terms: readonly SearchTerm[]): (texts: string[]) => boolean {
  const prepared = terms.map(({ text, kind, excluded }) => {
    const wanted = wordsOf(fold(text));
    const part = foldCase(text);
    return { kind, excluded, wanted, part };
  });
  const needsWords = terms.some(({ kind }) => kind !== "part");
  return (texts) => {
    const folded = texts.map((text) => ({
      text: foldCase(text),
      words: needsWords ? wordsOf(fold(text)) : [],
    }));
    return prepared.every(({ kind, excluded, wanted, part }) => {
      const found = folded.some(({ text, words }) =>
        kind === "part" ? text.includes(part) : hasWords(words, wanted, kind === "beginning"),
      );
      return found !== excluded;
    });
  };
}
