import type { ReadUnit } from "#shared/features/imports/contract.ts";
import { MAX_ROW_CHARACTERS, type ReadRow, refuse } from "../raw-row.ts";

/** A paragraph or heading of a document, in reading order. */
export interface Block {
  text: string;
  /** 1 for the highest heading; null for a paragraph. */
  level: number | null;
  /** 1-based line, paragraph or page at which it starts. */
  at: number;
}

/** Characters after which a passage ends with its paragraph: about 250 words. */
const PASSAGE_CHARACTERS = 1500;
/** A paragraph longer than this is cut between sentences. */
const LONGEST_PASSAGE = 3000;

/** The columns a document has when it is cut this way. */
export const documentColumns = (unit: ReadUnit): string[] =>
  unit === "line" || unit === "file" ? ["text"] : ["text", "heading"];

/** Turns blocks into rows of the wanted size. A heading stands beside its passages and is never lost, even with nothing below it. */
export function createPassageMaker(unit: ReadUnit) {
  const headings: string[] = [];
  let hasBody = true;
  let headingAt = 1;
  let parts: string[] = [];
  let length = 0;
  let startedAt = 1;
  let isTooLong = false;

  const heading = () => headings.filter(Boolean).join(" › ");
  const row = (at: number, text: string, under = heading()): ReadRow => ({
    lineNumber: at,
    cells: unit === "file" ? [text] : [text, under],
  });

  function flush(rows: ReadRow[]) {
    const text = parts.join("\n\n");
    if (isTooLong) rows.push(refuse(startedAt, "tooLong", text));
    else if (text.trim() !== "") rows.push(row(startedAt, text));
    parts = [];
    length = 0;
    isTooLong = false;
  }
  function add(text: string, at: number) {
    if (parts.length === 0) startedAt = at;
    length += text.length;
    if (length > MAX_ROW_CHARACTERS) isTooLong = true;
    else parts.push(text);
  }
  /** A heading that nothing followed becomes a row of its own. */
  function keepLoneHeading(rows: ReadRow[]) {
    if (hasBody) return;
    const above = headings.slice(0, -1).filter(Boolean).join(" › ");
    rows.push(row(headingAt, headings.at(-1) ?? "", above));
    hasBody = true;
  }
  function startSection(block: Block, level: number, rows: ReadRow[]) {
    flush(rows);
    if (!hasBody && level <= headings.length) keepLoneHeading(rows);
    headings.length = Math.min(headings.length, level - 1);
    while (headings.length < level - 1) headings.push("");
    headings.push(block.text.replaceAll(/\s+/g, " ").trim());
    hasBody = false;
    headingAt = block.at;
  }

  return {
    push(block: Block, rows: ReadRow[]) {
      if (unit === "file") return add(block.text, block.at);
      if (block.level !== null) return startSection(block, block.level, rows);
      hasBody = true;
      if (unit === "paragraph") {
        add(block.text, block.at);
        return flush(rows);
      }
      if (length > 0 && length + block.text.length > LONGEST_PASSAGE) flush(rows);
      for (const piece of cutBetweenSentences(block.text)) {
        add(piece, block.at);
        if (length >= PASSAGE_CHARACTERS) flush(rows);
      }
    },
    end(rows: ReadRow[]) {
      flush(rows);
      keepLoneHeading(rows);
    },
  };
}

/** Pieces that together are the text again, but for the blanks between them. */
export function cutBetweenSentences(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_PASSAGE) {
    const window = rest.slice(0, LONGEST_PASSAGE);
    const sentence =
      /^[\s\S]*[.!?。！？…]["'”’)\]]*(?=\s)|^[\s\S]*[。！？]/.exec(window)?.[0].length ?? 0;
    const blank = window.search(/\s\S*$/);
    let cut = sentence >= PASSAGE_CHARACTERS / 2 ? sentence : blank > 0 ? blank : LONGEST_PASSAGE;
    // Never between the two halves of a character.
    if (/[\uD800-\uDBFF]/.test(rest[cut - 1] ?? "")) cut -= 1;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}
