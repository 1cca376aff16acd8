/** Characters of one text that are looked at; the rest is ignored, so that one giant text cannot fill the memory. */
export const LONGEST_TEXT = 50_000;

/** Characters of scripts that are written without spaces between words. */
const SPACELESS = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;

/** One such character, one emoji, or a run of any other letters and digits. */
const WORD = new RegExp(
  String.raw`[${SPACELESS}&&[\p{L}\p{M}\p{N}]]|\p{Extended_Pictographic}|[[\p{L}\p{M}\p{N}_]--${SPACELESS}--\p{Variation_Selector}]+`,
  "gv",
);

/** Lower case, one form for each character (NFKC), one space between words. */
export function foldText(text: string): string {
  const folded = text.slice(0, LONGEST_TEXT).normalize("NFKC").toLowerCase();
  return folded.replaceAll(/\s+/gu, " ").trim();
}

/** The words of a folded text, in order. */
export function listWords(folded: string): string[] {
  return folded.match(WORD) ?? [];
}
