import { statSync } from "node:fs";
import { openArchive } from "../zip/archive.ts";
import { noLayout, type OpenTable, type ReadChoices } from "../open-table.ts";
import type { ReadRow } from "../raw-row.ts";
import { createPassageMaker, documentColumns } from "../text/passages.ts";
import { readDocumentBlocks, readHeadingStyles } from "./document-blocks.ts";

/** The text of a Word document, in passages, paragraphs or whole; its macros, fields and links are never followed. */
export async function openDocx(path: string, chosen: ReadChoices): Promise<OpenTable> {
  const archive = await openArchive(path);
  const bytes = statSync(path).size;
  const unit = chosen.unit === undefined || chosen.unit === "line" ? "passage" : chosen.unit;
  return {
    columns: documentColumns(unit),
    readAs: { ...noLayout, format: "docx", unit },
    facts: {},
    close: () => archive.close(),
    async *rows() {
      const maker = createPassageMaker(unit);
      const headings = await readHeadingStyles(archive);
      for await (const { blocks, share } of readDocumentBlocks(archive, headings)) {
        const rows: ReadRow[] = [];
        for (const block of blocks) maker.push(block, rows);
        yield { rows, at: Math.round(bytes * share) };
      }
      const last: ReadRow[] = [];
      maker.end(last);
      yield { rows: last, at: bytes };
    },
  };
}
