import { readFileSync, statSync } from "node:fs";
import { getDocumentProxy } from "unpdf";
import { AppError } from "#shared/errors/app-error.ts";
import { noLayout, type OpenTable, type ReadChoices } from "../open-table.ts";
import { type ReadRow, refuse } from "../raw-row.ts";
import { createPassageMaker, documentColumns } from "../text/passages.ts";
import { findBlocks, type PlacedText } from "./page-blocks.ts";

/** A PDF is read through its table of contents at the end, so all of it must be held. */
const MAX_PDF_BYTES = 300_000_000;
/** Pieces of text on one page; more are no page that a person reads. */
const MAX_PIECES = 500_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text of a PDF, page by page; nothing in it is ever run, drawn or fetched. */
export async function openPdf(path: string, chosen: ReadChoices): Promise<OpenTable> {
  const bytes = statSync(path).size;
  if (bytes > MAX_PDF_BYTES)
    throw new AppError("tooMuchInside", { name: "", limit: MAX_PDF_BYTES / 1_000_000 });
  const pdf = await openDocument(path);
  const unit = chosen.unit === undefined || chosen.unit === "line" ? "passage" : chosen.unit;
  if (!(await hasText(pdf))) {
    await pdf.loadingTask.destroy();
    throw new AppError("noTextInFile", { name: "" });
  }
  return {
    columns: documentColumns(unit),
    readAs: { ...noLayout, format: "pdf", unit },
    facts: {},
    close: () => void pdf.loadingTask.destroy(),
    async *rows() {
      const maker = createPassageMaker(unit);
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const rows: ReadRow[] = [];
        const pieces = await readPage(pdf, number);
        if (pieces.length === 0) rows.push(refuse(number, "noTextOnPage", ""));
        for (const block of findBlocks(pieces, number)) maker.push(block, rows);
        if (number === pdf.numPages) maker.end(rows);
        yield { rows, at: Math.round((bytes * number) / pdf.numPages) };
      }
    },
  };
}

async function openDocument(path: string): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(readFileSync(path)), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      // Errors reach us as exceptions; warnings would only fill the console.
      verbosity: 0,
    });
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    throw new AppError(isLocked ? "passwordProtected" : "fileUnreadable", { name: "" }, { cause });
  }
}

async function hasText(pdf: Pdf): Promise<boolean> {
  for (let number = 1; number <= pdf.numPages; number += 1)
    if ((await readPage(pdf, number)).length > 0) return true;
  return false;
}

async function readPage(pdf: Pdf, number: number): Promise<PlacedText[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  page.cleanup();
  if (items.length > MAX_PIECES) throw new AppError("fileUnreadable", { name: "" });
  const pieces = items.flatMap((item): PlacedText[] => {
    if (!("str" in item) || item.str === "") return [];
    const [, , , scale = 0, x = 0, y = 0] = item.transform as number[];
    // Measured in the same way for blank pieces, which have no height of their own.
    return [{ text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) }];
  });
  return pieces.some(({ text }) => text.trim() !== "") ? pieces : [];
}
