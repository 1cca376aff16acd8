import { noLayout } from "../open-table.ts";
import { extname } from "node:path";
import { DELIMITERS, guessHasHeader } from "#shared/features/imports/guess-layout.ts";
import type { ReadAs, ReadUnit, TextEncoding } from "#shared/features/imports/contract.ts";
import { CsvReader } from "../csv-reader.ts";
import { isRejected } from "../raw-row.ts";

/** How to read a file of running text; null for tables and records, whatever the name ends in. */
export function guessText(
  fileName: string,
  encoding: TextEncoding,
  head: { text: string; isWhole: boolean },
  chosen: Partial<ReadAs>,
): ReadAs | null {
  const ending = extname(fileName).toLowerCase();
  const isMarkdown = ending === ".md" || ending === ".markdown";
  const mayBeText = isMarkdown || ending === ".txt" || ending === ".text";
  const isText =
    chosen.format === "text" ||
    (chosen.format === undefined && mayBeText && (isMarkdown || !isStructured(head.text)));
  if (!isText) return null;
  const unit = chosen.unit ?? guessUnit(head.text, isMarkdown);
  return {
    ...noLayout,
    format: "text",
    encoding,
    unit,
    repair: chosen.repair ?? false,
  };
}

/** Lines are examples unless blank lines set paragraphs of several lines apart. */
function guessUnit(text: string, isMarkdown: boolean): ReadUnit {
  if (isMarkdown) return "paragraph";
  const blocks = text.trim().split(/\r?\n[ \t]*\r?\n/);
  const long = blocks.filter((block) => block.trim().includes("\n")).length;
  return blocks.length > 1 && long * 2 >= blocks.length ? "paragraph" : "line";
}

/** A table or JSON records, surely enough to be taken for them although the name says text. */
function isStructured(text: string): boolean {
  if (/^\s*(\{\s*"|\[\s*[{\]])/.test(text)) return true;
  return DELIMITERS.some((delimiter) => {
    const rows = new CsvReader(delimiter)
      .push(text.slice(0, 100_000), true)
      .flatMap((row) => (isRejected(row) ? [] : [row.cells]))
      .slice(0, 40);
    const cells = rows[0]?.length ?? 0;
    const isEven = cells > 1 && rows.length > 1 && rows.every((row) => row.length === cells);
    return isEven && (delimiter === "\t" || guessHasHeader(rows));
  });
}
