import type { Preview } from "../../../shared/features/imports/contract.ts";

/** The preview shows at most this many rows of those it looked at. */
const SHOWN_ROWS = 20;
/** Rows, readable or not, that the preview looks at; fewer mean that the file has no more. */
const SAMPLE_ROWS = 200;
/** Cells longer than this are cut in the preview and tell nothing of the row's size. */
const SHOWN_CHARACTERS = 2000;
const ENCODED_BYTES: Record<Preview["readAs"]["encoding"], (text: string) => number> = {
  "utf-8": (text) => new TextEncoder().encode(text).length,
  "utf-16le": (text) => text.length * 2,
  "utf-16be": (text) => text.length * 2,
  "windows-1252": (text) => text.length,
  "iso-8859-15": (text) => text.length,
  "windows-1250": (text) => text.length,
  "windows-1251": (text) => text.length,
  shift_jis: countOneOrTwo,
  gb18030: countOneOrTwo,
  big5: countOneOrTwo,
  "euc-kr": countOneOrTwo,
};

/** One byte for ASCII, two for the rest. */
function countOneOrTwo(text: string): number {
  return text.length + (text.match(/[^\0-\x7F]/g)?.length ?? 0);
}

/** Files whose size says nothing about their rows, because they are packed or hold more than text. */
const PACKED: ReadonlySet<string> = new Set(["xlsx", "parquet", "docx", "pdf"]);

interface RowEstimate {
  rows: number;
  exact: boolean;
}

/**
 * How many readable rows the file holds: counted when the preview shows them all, else told from the
 * size of the first ones, else unknown.
 */
export function estimateRows(
  preview: Pick<Preview, "bytes" | "columns" | "readAs" | "rejects" | "rows">,
): RowEstimate | null {
  const { rows, rejects, readAs } = preview;
  if (rows.length < SHOWN_ROWS && rows.length + rejects.length < SAMPLE_ROWS)
    return { rows: rows.length, exact: true };
  if (PACKED.has(readAs.format)) return null;
  const cells = rows.flat();
  if (cells.length === 0 || cells.some((cell) => cell.length >= SHOWN_CHARACTERS)) return null;
  const isJson = readAs.format === "json" || readAs.format === "jsonl";
  // One separator a cell; JSON repeats the name, with quotes, colon, comma and a space or two.
  const frame = preview.columns.map(({ name }) => (isJson ? `"${name}": "", ` : ",")).join("");
  const written = cells.join("") + frame.repeat(rows.length);
  const bytesPerRow = ENCODED_BYTES[readAs.encoding](written) / rows.length;
  return { rows: roundToOneDigit(preview.bytes / bytesPerRow), exact: false };
}

/** The first rows are not the whole file: more digits would claim more than is known. */
function roundToOneDigit(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.round(value / unit) * unit;
}
