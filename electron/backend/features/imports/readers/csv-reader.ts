import type { Quote } from "#shared/features/imports/contract.ts";
import { countLines, MAX_ROW_CHARACTERS, type ReadRow, refuse, type RowReader } from "./raw-row.ts";

/** The first line with which Excel is told the delimiter. */
export const DELIMITER_DIRECTIVE = /^sep=(.)$/i;

const RETURN = 0x0d;

type QuotedRow =
  | { kind: "row"; cells: string[]; end: number }
  | { kind: "incomplete" }
  /** A quote that opens a cell and is never properly closed. */
  | { kind: "stray" };

/**
 * Cuts delimited text into rows. Written for this, because a general CSV parser keeps neither the line on
 * which each row starts nor a bound on how far one forgotten quote reaches: here such a quote costs the
 * line it stands on, which is rejected by number, and reading goes on with the next line.
 */
export class CsvReader implements RowReader {
  readonly #delimiter: string;
  readonly #maxRow: number;
  readonly #quote: Quote;
  #lineEnd = "";
  #rest = "";
  #line = 1;
  #isSkipping = false;
  /** Offset of the first delimiter from where the last line was cut; -1 when it must be looked for. */
  #nextDelimiter = -1;
  /** Below this much text another try at an incomplete row would be wasted; it doubles, so work stays linear. */
  #enough = 0;

  constructor(delimiter: string, maxRowCharacters = MAX_ROW_CHARACTERS, quote: Quote = '"') {
    this.#delimiter = delimiter;
    this.#maxRow = maxRowCharacters;
    this.#quote = quote;
  }

  push(text: string, isLast: boolean): ReadRow[] {
    let buffer = this.#rest + text;
    if (!isLast && buffer.length < this.#enough) {
      this.#rest = buffer;
      return [];
    }
    if (this.#lineEnd === "") {
      // Old Macintosh files end lines with "\r" alone; a "\r" at the very end may still get its "\n".
      const hasNewline = buffer.includes("\n");
      const isOpen = !isLast && buffer.length <= this.#maxRow;
      if (!hasNewline && isOpen && !/\r[^]/.test(buffer)) return this.#keep(buffer, 0);
      this.#lineEnd = hasNewline || !buffer.includes("\r") ? "\n" : "\r";
    }
    if (this.#isSkipping) {
      const end = buffer.indexOf(this.#lineEnd);
      if (end === -1) return [];
      buffer = buffer.slice(end + 1);
      this.#line += 1;
      this.#isSkipping = false;
    }
    return this.#readRows(buffer, isLast);
  }

  #keep(buffer: string, cursor: number): ReadRow[] {
    this.#rest = buffer.slice(cursor);
    this.#enough = this.#rest.length * 2;
    return [];
  }

  #readRows(buffer: string, isLast: boolean): ReadRow[] {
    const rows: ReadRow[] = [];
    this.#nextDelimiter = -1;
    let cursor = 0;
    let nextQuote = this.#findQuote(buffer, 0);
    while (cursor < buffer.length) {
      if (nextQuote !== -1 && nextQuote < cursor) nextQuote = this.#findQuote(buffer, cursor);
      const lineEnd = buffer.indexOf(this.#lineEnd, cursor);
      const end = lineEnd === -1 ? buffer.length : lineEnd;
      const isQuoted = nextQuote !== -1 && nextQuote < end;
      if (!isQuoted && lineEnd === -1 && !isLast) break;
      const row = isQuoted ? this.#readQuoted(buffer, cursor, isLast) : null;
      if (row?.kind === "incomplete") {
        if (buffer.length - cursor <= this.#maxRow) break;
        if (lineEnd === -1) break;
      }
      if (row?.kind === "row") {
        if (row.end - cursor > this.#maxRow)
          rows.push(refuse(this.#line, "tooLong", buffer.slice(cursor, cursor + 400)));
        else if (row.cells.length > 1 || row.cells[0] !== "")
          rows.push({ lineNumber: this.#line, cells: row.cells });
        this.#line += countLines(buffer, this.#lineEnd, cursor, row.end);
        cursor = row.end;
        continue;
      }
      if (row) rows.push(refuse(this.#line, "unclosedQuote", this.#slice(buffer, cursor, end)));
      else this.#readPlain(buffer, cursor, end, rows);
      if (lineEnd !== -1) this.#line += 1;
      cursor = end + 1;
    }
    this.#keep(buffer, cursor);
    if (!isLast && this.#rest.length > this.#maxRow) {
      rows.push(refuse(this.#line, "tooLong", this.#rest));
      this.#isSkipping = true;
      this.#rest = "";
      this.#enough = 0;
    }
    return rows;
  }

  #findQuote(buffer: string, from: number): number {
    return this.#quote === "" ? -1 : buffer.indexOf(this.#quote, from);
  }

  /** "sep=;" tells Excel the delimiter; it is no row of the table. */
  #isDirective(buffer: string, start: number, end: number): boolean {
    return this.#line === 1 && DELIMITER_DIRECTIVE.test(buffer.slice(start, end));
  }

  /** A line without a quote. */
  #readPlain(buffer: string, start: number, lineEnd: number, rows: ReadRow[]): void {
    const end = this.#trimEnd(buffer, start, lineEnd);
    if (end === start) return;
    if (end - start > this.#maxRow)
      rows.push(refuse(this.#line, "tooLong", buffer.slice(start, end)));
    else if (!this.#isDirective(buffer, start, end))
      rows.push({ lineNumber: this.#line, cells: this.#cut(buffer, start, end) });
  }

  /** Where the line's text ends: before the "\r" of "\r\n". */
  #trimEnd(buffer: string, start: number, end: number): number {
    const hasReturn =
      this.#lineEnd === "\n" && end > start && buffer.charCodeAt(end - 1) === RETURN;
    return hasReturn ? end - 1 : end;
  }

  #slice(buffer: string, start: number, end: number): string {
    return buffer.slice(start, this.#trimEnd(buffer, start, end));
  }

  #cut(buffer: string, start: number, end: number): string[] {
    if (this.#delimiter === "") return [buffer.slice(start, end)];
    const cells: string[] = [];
    let from = start;
    for (;;) {
      // Remembered, because in a column of prose the next one may be thousands of lines away.
      if (this.#nextDelimiter < from) {
        const found = buffer.indexOf(this.#delimiter, from);
        this.#nextDelimiter = found === -1 ? Infinity : found;
      }
      if (this.#nextDelimiter >= end) break;
      cells.push(buffer.slice(from, this.#nextDelimiter));
      from = this.#nextDelimiter + 1;
    }
    cells.push(buffer.slice(from, end));
    return cells;
  }

  #readQuoted(buffer: string, start: number, isLast: boolean): QuotedRow {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (buffer[at] === this.#quote) {
        const cell = this.#readQuotedCell(buffer, at, isLast);
        if (typeof cell === "string") return { kind: cell };
        cells.push(cell.text);
        at = cell.end;
      } else {
        const end = this.#endOfPlainCell(buffer, at);
        if (end === buffer.length && !isLast) return { kind: "incomplete" };
        const endsRow = end === buffer.length || buffer[end] === this.#lineEnd;
        cells.push(endsRow ? this.#slice(buffer, at, end) : buffer.slice(at, end));
        at = end;
      }
      if (this.#delimiter !== "" && buffer[at] === this.#delimiter) at += 1;
      else
        return { kind: "row", cells, end: Math.min(this.#afterLineEnd(buffer, at), buffer.length) };
    }
  }

  #endOfPlainCell(buffer: string, from: number): number {
    const lineEnd = this.#lineEnd.charCodeAt(0);
    // NaN, which equals nothing, when there is no delimiter.
    const delimiter = this.#delimiter.charCodeAt(0);
    for (let at = from; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (code === lineEnd || code === delimiter) return at;
    }
    return buffer.length;
  }

  #afterLineEnd(buffer: string, at: number): number {
    return buffer[at] === "\r" && this.#lineEnd === "\n" ? at + 2 : at + 1;
  }

  /** `open` is the offset of the opening quote; the result's `end` that of the delimiter or line end. */
  #readQuotedCell(
    buffer: string,
    open: number,
    isLast: boolean,
  ): { text: string; end: number } | "incomplete" | "stray" {
    let from = open + 1;
    let hasQuotes = false;
    const textTo = (quote: number) =>
      hasQuotes ? this.#unescape(buffer.slice(open + 1, quote)) : buffer.slice(open + 1, quote);
    for (;;) {
      const quote = buffer.indexOf(this.#quote, from);
      if (quote === -1) return isLast ? "stray" : "incomplete";
      let after = quote + 1;
      if (buffer[after] === this.#quote) {
        hasQuotes = true;
        from = after + 1;
        continue;
      }
      while (buffer[after] === " ") after += 1;
      if (buffer[after] === "\r" && this.#lineEnd === "\n" && after + 1 === buffer.length && isLast)
        return { text: textTo(quote), end: after };
      const mayGoOn =
        after >= buffer.length || (buffer[after] === "\r" && after + 1 >= buffer.length);
      if (mayGoOn && !isLast) return "incomplete";
      if (after >= buffer.length || this.#closes(buffer, after))
        return { text: textTo(quote), end: after };
      // A quote inside the text: forgiven on one line; over several lines the opening one was an accident.
      const lineEnd = buffer.indexOf(this.#lineEnd, open);
      if (lineEnd !== -1 && lineEnd < quote) return "stray";
      from = quote + 1;
    }
  }

  #unescape(text: string): string {
    return text.replaceAll(this.#quote + this.#quote, this.#quote);
  }

  #closes(buffer: string, at: number): boolean {
    const character = buffer[at];
    if (character === this.#lineEnd) return true;
    if (character === "\r" && buffer[at + 1] === "\n") return true;
    return this.#delimiter !== "" && character === this.#delimiter;
  }
}
