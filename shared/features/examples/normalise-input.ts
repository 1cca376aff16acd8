/** The text by which two inputs count as the same: NFC, trimmed, whitespace collapsed. */
export const normaliseInput = (text: string): string =>
  text
    .normalize("NFC")
    .trim()
    .replace(/\s{2,}|[^\S ]/g, " ");
