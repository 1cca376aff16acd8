import { AppError } from "#shared/errors/app-error.ts";
import type { Archive } from "../zip/archive.ts";
import { MAX_ROW_CHARACTERS, type ReadRow, refuse } from "../raw-row.ts";
import { type Attributes, createXmlReader } from "../xml/xml-reader.ts";
import { columnNumber, createMergeFiller, type TallMerges } from "./merged-cells.ts";
import type { NumberWriter } from "./number-formats.ts";
import { createTextCollector, unescapeText } from "./shared-strings.ts";

/** Bytes of one sheet once unpacked: far more than the 1,048,576 rows a sheet can have need. */
export const MAX_SHEET_BYTES = 4_000_000_000;
const MAX_COLUMNS = 16_384;

interface SheetOptions {
  strings: readonly string[];
  writeNumber: NumberWriter;
  merges: TallMerges;
}
/** Formulas whose result the file does not hold; their cells stay empty. */
export interface SheetCounts {
  formulasWithoutResult: number;
}

/** The rows of a sheet that hold anything, with their cells as a person sees them; never the whole sheet at once. */
export async function* readSheetRows(
  archive: Archive,
  file: string,
  options: SheetOptions,
  counts: SheetCounts,
): AsyncGenerator<{ rows: ReadRow[]; share: number }> {
  const fill = createMergeFiller(options.merges);
  const stated = archive.statedBytes(file);
  let ready: ReadRow[] = [];
  let bytes = 0;
  const reader = createXmlReader(
    createRowListener(options, counts, (rowNumber, cells, length) => {
      fill(rowNumber, cells);
      if (length > MAX_ROW_CHARACTERS)
        ready.push(refuse(rowNumber, "tooLong", cells.join(" | ").slice(0, 400)));
      else if (cells.some((cell) => cell.trim() !== ""))
        ready.push({ lineNumber: rowNumber, cells });
    }),
  );
  for await (const piece of archive.read(file, MAX_SHEET_BYTES)) {
    reader.push(piece);
    bytes += piece.length;
    if (ready.length === 0) continue;
    yield { rows: ready, share: Math.min(1, bytes / Math.max(stated, 1)) };
    ready = [];
  }
  reader.end();
  yield { rows: ready, share: 1 };
}

function createRowListener(
  { strings, writeNumber }: SheetOptions,
  counts: SheetCounts,
  onRow: (rowNumber: number, cells: string[], length: number) => void,
) {
  const inline = createTextCollector();
  let rowNumber = 0;
  let cells: string[] = [];
  let column = -1;
  let type = "n";
  let style = 0;
  let value = "";
  let hasFormula = false;
  let isValue = false;
  let isInline = false;
  let length = 0;

  function startCell(attributes: Attributes) {
    const letters = /^[A-Z]+/.exec(attributes["r"] ?? "")?.[0];
    column = letters ? columnNumber(letters) : column + 1;
    if (column >= MAX_COLUMNS) throw new AppError("fileUnreadable", { name: "" });
    type = attributes["t"] ?? "n";
    style = Number(attributes["s"] ?? 0);
    value = "";
    hasFormula = false;
    inline.start();
  }
  function cellText(): string {
    if (type === "s") return strings[Number(value)] ?? "";
    if (type === "inlineStr") return inline.take();
    if (type === "b") return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
    if (type === "n" && value !== "") return writeNumber(value, style);
    return unescapeText(value);
  }
  function endCell() {
    if (hasFormula && value === "" && type !== "inlineStr" && type !== "str")
      counts.formulasWithoutResult += 1;
    const text = cellText();
    length += text.length;
    if (text === "" || length > MAX_ROW_CHARACTERS) return;
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }
  return {
    open(name: string, attributes: Attributes) {
      if (name === "row") {
        rowNumber = Number(attributes["r"] ?? rowNumber + 1);
        cells = [];
        column = -1;
        length = 0;
      } else if (name === "c") startCell(attributes);
      else if (name === "f") hasFormula = true;
      else if (name === "v") isValue = true;
      else if (name === "is") isInline = true;
      else if (isInline) inline.open(name);
    },
    text(text: string) {
      if (isValue) value += text;
      else if (isInline) inline.text(text);
    },
    close(name: string) {
      if (name === "row") onRow(rowNumber, cells, length);
      else if (name === "c") endCell();
      else if (name === "v") isValue = false;
      else if (name === "is") isInline = false;
      else if (isInline) inline.close(name);
    },
  };
}
