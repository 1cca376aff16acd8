import type { ReadAs } from "../../../shared/features/imports/contract.ts";

/** What lies on a clipboard, as text. */
export interface Clipboard {
  text: string;
  /** Spreadsheets put their cells there as a table, too. */
  html: string;
}

export interface PastedFile {
  /** With the ending that tells how it is written. */
  ending: ".tsv" | ".txt";
  text: string;
  readAs: Partial<ReadAs>;
}

/**
 * The file that a paste stands for: cells of a spreadsheet are tab-separated, everything else is left
 * to be guessed. Null when nothing was copied that could be examples.
 */
export function pastedFile(clipboard: Clipboard): PastedFile | null {
  const text = clipboard.text.replace(/(?:\r?\n)+$/, "\n");
  if (text.trim() === "") return null;
  const looksLikeJson = /^\s*[[{]/.test(text);
  const isTable = /<table[\s>]/i.test(clipboard.html);
  if (!isTable && (looksLikeJson || !text.includes("\t")))
    return { ending: ".txt", text, readAs: {} };
  return { ending: ".tsv", text, readAs: { format: "tsv", delimiter: "\t" } };
}
