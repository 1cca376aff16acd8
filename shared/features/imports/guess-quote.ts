import type { Quote } from "./contract.ts";

/** Below this share of lines with a cell in single quotes, they are apostrophes. */
const QUOTED_LINES = 0.5;
const LEAST_CELLS = 2;
/** Whole cells between two such characters, doubled inside; delimiters and line ends around them. */
const WHOLE_CELLS = {
  "'": /(?<=^|[,;\t|\n])'(?:[^'\n]|'')*'(?=[,;\t|\r\n]|$)/g,
  '"': /(?<=^|[,;\t|\n])"(?:[^"\n]|"")*"(?=[,;\t|\r\n]|$)/g,
};
const countCells = (text: string, quote: "'" | '"') => text.match(WHOLE_CELLS[quote])?.length ?? 0;

/** True when cells stand in single quotes as a database writes them, and hardly any in double ones. */
export function usesSingleQuotes(text: string): boolean {
  const single = countCells(text, "'");
  if (single < LEAST_CELLS) return false;
  const lines = text.trimEnd().split("\n").length;
  return single >= lines * QUOTED_LINES && countCells(text, '"') < single / 10;
}

/**
 * Double quotes, or none where they are mere text: where cells begin with one that nothing closes, or hold
 * undoubled ones inside, more often than they are quoted properly. `cells` are those of a sample as they
 * stand between the delimiters; `unclosed` counts the rows of it that double quotes leave open.
 */
export function guessQuote(cells: readonly string[], unclosed: number): Quote {
  const opened = cells.filter((cell) => cell.startsWith('"') && cell.length > 1);
  const closed = opened.filter((cell) => cell.endsWith('"'));
  const proper = closed.filter((cell) => !/(?<!")"(?:"")*(?!")/.test(cell.slice(1, -1)));
  const mereText = closed.length - proper.length + unclosed;
  return mereText >= LEAST_CELLS && mereText > proper.length ? "" : '"';
}
