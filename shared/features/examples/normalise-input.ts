/** Anything but printable ASCII with single spaces inside: most texts need no more than this one look. */
const NEEDS_WORK = /[^\x20-\x7e]|^ | {2}| $/;

/** The text by which two inputs count as the same: NFC, trimmed, whitespace collapsed. */
export const normaliseInput = (text: string): string =>
  NEEDS_WORK.test(text)
    ? text
        .normalize("NFC")
        .trim()
        .replace(/\s{2,}|[^\S ]/g, " ")
    : text;
