import type { ReadUnit } from "#shared/features/imports/contract.ts";
import { MAX_ROW_CHARACTERS, type ReadRow, refuse, type RowReader } from "../raw-row.ts";
import { type Block, createPassageMaker } from "./passages.ts";

/** Plain text or Markdown: one row a line, a paragraph (up to the next blank line), a passage, or the whole file. */
export function createTextReader(unit: ReadUnit): RowReader {
  return unit === "line"
    ? createLineReader()
    : unit === "file"
      ? createWholeReader()
      : createParagraphReader(unit);
}

/** Calls `onLine` for each line without its end; null for one too long to keep. */
function createLineCutter(onLine: (line: string | null, number: number, rows: ReadRow[]) => void) {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const take = (piece: string) => {
    length += piece.length;
    if (length <= MAX_ROW_CHARACTERS) pieces.push(piece);
  };
  const end = (rows: ReadRow[]) => {
    const line = length > MAX_ROW_CHARACTERS ? null : pieces.join("");
    onLine(line?.endsWith("\r") ? line.slice(0, -1) : line, number, rows);
    pieces = [];
    length = 0;
    number += 1;
  };
  return (text: string, isLast: boolean, rows: ReadRow[]) => {
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      take(text.slice(from, at));
      end(rows);
      from = at + 1;
    }
    take(text.slice(from));
    if (isLast && length > 0) end(rows);
  };
}

function createLineReader(): RowReader {
  const cut = createLineCutter((line, lineNumber, rows) => {
    if (line === null) rows.push(refuse(lineNumber, "tooLong", ""));
    else if (line.trim() !== "") rows.push({ lineNumber, cells: [line] });
  });
  return {
    push(text, isLast) {
      const rows: ReadRow[] = [];
      cut(text, isLast, rows);
      return rows;
    },
  };
}

function createWholeReader(): RowReader {
  const pieces: string[] = [];
  let length = 0;
  return {
    push(text, isLast) {
      length += text.length;
      if (length <= MAX_ROW_CHARACTERS) pieces.push(text);
      if (!isLast) return [];
      const whole = pieces.join("");
      if (length > MAX_ROW_CHARACTERS) return [refuse(1, "tooLong", whole)];
      return whole.trim() === "" ? [] : [{ lineNumber: 1, cells: [whole] }];
    },
  };
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const FENCE = /^ {0,3}(```|~~~)/;

function createParagraphReader(unit: ReadUnit): RowReader {
  const maker = createPassageMaker(unit);
  let lines: string[] = [];
  let length = 0;
  let startedAt = 1;
  let isInFence = false;

  function endParagraph(rows: ReadRow[]) {
    if (lines.length === 0) return;
    maker.push({ text: lines.join("\n"), level: null, at: startedAt } satisfies Block, rows);
    lines = [];
    length = 0;
  }
  const cut = createLineCutter((line, number, rows) => {
    if (line === null || length > MAX_ROW_CHARACTERS) {
      endParagraph(rows);
      if (line === null) rows.push(refuse(number, "tooLong", ""));
      if (line === null) return;
    }
    if (FENCE.test(line)) isInFence = !isInFence;
    const heading = isInFence ? null : HEADING.exec(line);
    if (heading) {
      endParagraph(rows);
      maker.push({ text: heading[2] ?? "", level: heading[1]?.length ?? 1, at: number }, rows);
    } else if (line.trim() === "" && !isInFence) endParagraph(rows);
    else {
      if (lines.length === 0) startedAt = number;
      lines.push(line);
      length += line.length;
    }
  });
  return {
    push(text, isLast) {
      const rows: ReadRow[] = [];
      cut(text, isLast, rows);
      if (!isLast) return rows;
      endParagraph(rows);
      maker.end(rows);
      return rows;
    },
  };
}
