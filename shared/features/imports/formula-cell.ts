/** What a spreadsheet takes for the beginning of a formula; full-width signs count too. */
const BEGINS = /^[=+\-@＝＋－＠\t\r]/;
/** A number, perhaps with its unit: "-5", "+1,5 %", "-5 mg". */
const NUMBER = /^[+-]\s?(\d+([.,' ]\d+)*|[.,]\d+)(e[+-]?\d+)?\s?(%|[°µ]?\p{L}{1,4})?$/iu;
const PHONE = /^\+\s?(?:\d[\s()./-]{0,2}){5,}\d(?:\s?(?:ext\.?|x)\s?\d+)?$/i;
const MADE_OF_DIGITS = /^\+[\d\s()./-]*\d$/;

/** True for a cell that a spreadsheet could run; plain numbers and telephone numbers are none. */
export function isFormulaLike(cell: string): boolean {
  if (cell.length < 2 || !BEGINS.test(cell)) return false;
  return !NUMBER.test(cell) && !PHONE.test(cell) && !MADE_OF_DIGITS.test(cell);
}
