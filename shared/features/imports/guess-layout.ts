/** The delimiters looked for, the likeliest first. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Rows of a sample as one delimiter would cut them. */
export interface CutSample {
  delimiter: string;
  rows: readonly (readonly string[])[];
}

/** Below this share of rows with the same number of cells, a delimiter is not believed. */
const LEAST_AGREEMENT = 0.7;

/**
 * The delimiter that cuts most rows into the same number of cells, two at least; "," for a file of one
 * column, and "" (no delimiter) when a lone column's texts hold commas of their own.
 */
export function guessDelimiter(samples: readonly CutSample[], tsv: boolean): string {
  let best = { delimiter: "", score: 0 };
  const candidates = samples.filter(agrees);
  for (const sample of candidates) {
    const { delimiter, rows } = sample;
    if (candidates.length > 1 && cutsNumbers(sample)) continue;
    const cells = rows[0]?.length ?? 0;
    const agreement = shareLikeFirst(rows);
    const score = agreement * 10 + Math.min(cells, 9) / 10 + (tsv && delimiter === "\t" ? 5 : 0);
    if (score > best.score) best = { delimiter, score };
  }
  if (best.score > 0) return best.delimiter;
  const comma = samples.find(({ delimiter }) => delimiter === ",");
  const oneColumn = comma?.rows[0]?.length === 1 && comma.rows.some((row) => row.length > 1);
  return oneColumn ? "" : tsv ? "\t" : ",";
}

const shareLikeFirst = (rows: CutSample["rows"]) =>
  rows.filter((row) => row.length === rows[0]?.length).length / rows.length;

function agrees({ rows }: CutSample): boolean {
  if ((rows[0]?.length ?? 0) < 2) return false;
  return rows.length <= 2 || shareLikeFirst(rows) >= LEAST_AGREEMENT;
}

/** True when every comma stands between two digits: the decimal comma of files cut by something else. */
function cutsNumbers({ delimiter, rows }: CutSample): boolean {
  if (delimiter !== ",") return false;
  return rows.every((row) =>
    row.every(
      (cell, index) => index === 0 || (/\d$/.test(row[index - 1] ?? "") && /^\d/.test(cell)),
    ),
  );
}

const HEADER_WORDS =
  /^(id|text|label|labels|category|question|answer|input|output|prompt|response|instruction|completion|message|messages|query|intent|class|split|v\d+|name|title|content|sentence|target|group)$/i;
const HEADER_CHARACTERS = 60;
const isNumber = (cell: string) =>
  cell.trim() !== "" && !Number.isNaN(Number(cell.replace(/(?<=\d),(?=\d)/, ".")));

/** Whether the first row names the columns, judged by how it differs from the rows below it. */
export function guessHasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...others] = rows;
  if (!first) return false;
  const named = first.filter((cell) => cell.trim() !== "");
  if (named.length === 0) return false;
  if (named.some((cell) => HEADER_WORDS.test(cell.trim()))) return true;
  if (others.length === 0) return false;
  const looksLikeContent = named.some(
    (cell) => cell.length > HEADER_CHARACTERS || isNumber(cell) || /[\r\n]|[.?!]\s*$/.test(cell),
  );
  if (looksLikeContent) return false;
  const comesAgain = first.some(
    (cell, column) => cell !== "" && others.some((row) => row[column] === cell),
  );
  return !comesAgain;
}
