import { type SearchTerm, wordsOf } from "./parse-search.ts";

/** FTS5 expressions that are always well-formed. */
export interface MatchExpressions {
  /** What must occur, less what must not; null when nothing that an index of words can answer must occur. */
  wanted: string | null;
  /** What must not occur, when nothing says what must. */
  unwanted: string | null;
}

const expression = ({ text, kind }: SearchTerm) =>
  `"${wordsOf(text).join(" ")}"${kind === "beginning" ? " *" : ""}`;

/** The terms that an index of words can answer; those of kind `part` are left to the reader of the texts. */
export function matchExpressions(terms: readonly SearchTerm[]): MatchExpressions {
  const indexed = terms.filter(({ kind }) => kind !== "part");
  const wanted = indexed.filter(({ excluded }) => !excluded).map(expression);
  const unwanted = indexed.filter(({ excluded }) => excluded).map(expression);
  const none = unwanted.length === 0 ? null : unwanted.join(" OR ");
  if (wanted.length === 0) return { wanted: null, unwanted: none };
  const all = wanted.map((term) => `(${term})`).join(" AND ");
  return { wanted: none === null ? all : `(${all}) NOT (${none})`, unwanted: null };
}
