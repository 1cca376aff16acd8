/** One thing that must, or must not, be in a text. */
export interface SearchTerm {
  text: string;
  /** `words`: whole words next to each other. `beginning`: likewise, the last one may go on. `part`: these very characters. */
  kind: "words" | "beginning" | "part";
  excluded: boolean;
}

/** Scripts that write words without blanks between them: an index of words cannot find inside such a run. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What the index keeps of a text; everything else only parts words. */
const WORDS = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** Marks between or around words that people do not mean literally. */
const QUIET_MARKS = /[\s.,;:!?'’"“”()\-–/&@]/gu;
const PIECES = /(-?)(?:"([^"]*)(?:"|$)|(\S+))/gu;
/** Shorter beginnings would match half of all words. */
const SHORTEST_BEGINNING = 2;

export const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

function kindOf(text: string, isPhrase: boolean, isLast: boolean): SearchTerm["kind"] {
  const rest = text.replace(WORDS, "").replace(QUIET_MARKS, "");
  const last = wordsOf(text).at(-1);
  if (last === undefined || rest !== "" || UNSPACED.test(text)) return "part";
  const goesOn = !isPhrase && isLast && text.endsWith(last) && last.length >= SHORTEST_BEGINNING;
  return goesOn ? "beginning" : "words";
}

/**
 * Reads what a person types: words that all must occur, the last one perhaps unfinished, "phrases in quotes",
 * and -words that must not occur. Everything else stands for itself; nothing is a syntax error.
 */
export function parseSearch(typed: string): SearchTerm[] {
  const text = typed.normalize("NFC");
  const terms: SearchTerm[] = [];
  for (const match of text.matchAll(PIECES)) {
    const [piece, minus, phrase, word] = match;
    const isPhrase = phrase !== undefined;
    const wanted = (isPhrase ? phrase : (word ?? "")).trim();
    if (wanted === "") {
      // A lone minus, or quotes with nothing in them yet.
      if (minus && !isPhrase) terms.push({ text: piece, kind: "part", excluded: false });
      continue;
    }
    const isLast = match.index + piece.length === text.length;
    terms.push({
      text: wanted,
      // What must not occur is a whole word: its beginning would take too much away while one types.
      kind: kindOf(wanted, isPhrase, isLast && minus === ""),
      excluded: minus === "-",
    });
  }
  return terms;
}
