/**
 * Text that every reader takes: half surrogate pairs become U+FFFD (Python cannot encode them) and NUL
 * goes (Parquet readers and Postgres refuse it). Everything else stays as it was typed.
 */
export const portableText = (text: string): string => text.toWellFormed().replaceAll("\u0000", "");

/** Line ends to Unicode but not to JSON: Python's `str.splitlines` would cut a row there. */
const HIDDEN_LINE_ENDS = /[\u0085\u2028\u2029]/g;
/** How JSON.stringify writes a NUL or half a surrogate pair. */
const NOT_PORTABLE = /\\u(?:0000|d[89a-f])/;

/** One row of a JSON Lines file, with its line feed; keys keep their order. */
export function jsonLine(row: unknown): string {
  const json = JSON.stringify(row);
  // A replacer makes JSON.stringify several times slower, and hardly any row needs one.
  const portable = NOT_PORTABLE.test(json) ? JSON.stringify(row, portablePart) : json;
  const escaped = portable.replace(
    HIDDEN_LINE_ENDS,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}

const portablePart = (_key: string, part: unknown): unknown =>
  typeof part === "string" ? portableText(part) : part;
