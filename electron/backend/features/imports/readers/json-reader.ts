import { measureValue, readObject, skipSpace } from "./json-value.ts";
import { countLines, MAX_ROW_CHARACTERS, type ReadRow, refuse, type RowReader } from "./raw-row.ts";

/** Puts an object's values in the order of the known columns; unknown keys are kept beside them. */
function createRowMaker(columns: readonly string[]) {
  const indexOf = new Map(columns.map((name, index) => [name, index]));
  return function toRow(text: string, lineNumber: number): ReadRow {
    const entries = readObject(text);
    if (!Array.isArray(entries)) return refuse(lineNumber, entries.reason, text, entries.detail);
    const cells: string[] = Array.from({ length: columns.length }, () => "");
    const others: [string, string][] = [];
    for (const [key, value] of entries) {
      const index = indexOf.get(key);
      if (index === undefined) others.push([key, value]);
      else cells[index] = value;
    }
    return others.length > 0 ? { lineNumber, cells, others } : { lineNumber, cells };
  };
}

/** One JSON object a line; a line that cannot be read never touches its neighbours. */
export function createJsonLinesReader(
  columns: readonly string[],
  maxRowCharacters = MAX_ROW_CHARACTERS,
): RowReader {
  const toRow = createRowMaker(columns);
  let pieces: string[] = [];
  let pending = 0;
  let line = 1;
  let isTooLong = false;

  function take(piece: string) {
    if (isTooLong) return;
    pieces.push(piece);
    pending += piece.length;
    if (pending <= maxRowCharacters) return;
    isTooLong = true;
    pieces = [pieces.join("").slice(0, 400)];
  }
  function endLine(rows: ReadRow[]) {
    const text = pieces.join("");
    if (isTooLong) rows.push(refuse(line, "tooLong", text));
    else if (text.trim() !== "") rows.push(toRow(text, line));
    pieces = [];
    pending = 0;
    isTooLong = false;
    line += 1;
  }
  return {
    push(text, isLast) {
      const rows: ReadRow[] = [];
      let from = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
        take(text.slice(from, end));
        endLine(rows);
        from = end + 1;
      }
      take(text.slice(from));
      if (isLast) endLine(rows);
      return rows;
    },
  };
}

/** The elements of one JSON list, or objects that simply follow one another; never the whole file at once. */
export function createJsonListReader(
  columns: readonly string[],
  maxRowCharacters = MAX_ROW_CHARACTERS,
): RowReader {
  const toRow = createRowMaker(columns);
  let rest = "";
  let line = 1;
  let enough = 0;
  let isStarted = false;
  let isOver = false;

  function readOne(
    buffer: string,
    at: number,
    isLast: boolean,
  ): { row: ReadRow; end: number } | null {
    const { end } = measureValue(buffer, at);
    const length = (end === -1 ? buffer.length : end) - at;
    if (length > maxRowCharacters) {
      // Where the next element starts cannot be known any more.
      isOver = true;
      return { row: refuse(line, "tooLong", buffer.slice(at, at + 400)), end: buffer.length };
    }
    if (end === -1 && !isLast) return null;
    const stop = end === -1 ? buffer.length : Math.max(end, at + 1);
    return { row: toRow(buffer.slice(at, stop), line), end: stop };
  }

  return {
    push(text, isLast) {
      const rows: ReadRow[] = [];
      if (isOver) return rows;
      const buffer = rest + text;
      if (!isLast && buffer.length < enough) {
        rest = buffer;
        return rows;
      }
      let cursor = 0;
      const moveTo = (to: number) => {
        line += countLines(buffer, "\n", cursor, to);
        cursor = to;
      };
      while (!isOver) {
        moveTo(skipSpace(buffer, cursor));
        const next = buffer[cursor];
        if (next === undefined) break;
        if (!isStarted && next === "[") moveTo(cursor + 1);
        else if (next === "," || next === "]") moveTo(cursor + 1);
        else {
          const read = readOne(buffer, cursor, isLast);
          if (!read) break;
          rows.push(read.row);
          moveTo(read.end);
        }
        isStarted = true;
      }
      rest = buffer.slice(cursor);
      enough = rest.length * 2;
      return rows;
    },
  };
}
