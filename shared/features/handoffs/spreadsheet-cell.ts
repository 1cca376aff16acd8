/** What a spreadsheet may run as a formula, also behind blanks and quotes; full-width signs count too. */
const RUNS = /^[\s"']*[=+\-@＝＋－＠]|^["']*[\t\r\n]/;
/** A number a spreadsheet reads as a number: there is nothing in it to run. */
const NUMBER = /^[+-]?(\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?%?$/i;

/** True for a cell that a spreadsheet could run instead of show. */
export const isRisky = (cell: string): boolean => RUNS.test(cell) && !NUMBER.test(cell);

/**
 * A cell that a spreadsheet shows and never runs: an apostrophe goes in front of whatever could run
 * (OWASP ASVS 5.0, 1.2.10). Taking one apostrophe off a cell that is risky behind it gives the text back.
 */
export const spreadsheetCell = (cell: string): string => (isRisky(cell) ? `'${cell}` : cell);
