import type { ReadAs } from "#shared/features/imports/contract.ts";
import type { OpenTable, ReadChoices } from "./open-table.ts";

type Opener = (path: string, chosen: ReadChoices) => Promise<OpenTable>;

// Each library is fetched only for those who need it; most files are plain text.
const OPENERS = {
  xlsx: async (path, chosen) => (await import("./xlsx/open-xlsx.ts")).openXlsx(path, chosen),
  parquet: async (path) => (await import("./parquet/open-parquet.ts")).openParquet(path),
  docx: async (path, chosen) => (await import("./docx/open-docx.ts")).openDocx(path, chosen),
  pdf: async (path, chosen) => (await import("./pdf/open-pdf.ts")).openPdf(path, chosen),
} satisfies Partial<Record<ReadAs["format"], Opener>>;
export type OpenedFormat = keyof typeof OPENERS;

export const isOpenedFormat = (format: ReadAs["format"]): format is OpenedFormat =>
  format in OPENERS;

/** Opens a file that is not read as a stream of text. */
export const openTable = (
  format: OpenedFormat,
  path: string,
  chosen: ReadChoices,
): Promise<OpenTable> => OPENERS[format](path, chosen);
