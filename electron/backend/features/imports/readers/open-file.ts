import type { ReadAs } from "#shared/features/imports/contract.ts";
import { openDocx } from "./docx/open-docx.ts";
import type { OpenTable, ReadChoices } from "./open-table.ts";
import { openParquet } from "./parquet/open-parquet.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

const OPENERS = {
  xlsx: openXlsx,
  parquet: (path: string) => openParquet(path),
  docx: openDocx,
  // The largest library by far, fetched only for those who need it.
  pdf: async (path: string, chosen: ReadChoices): Promise<OpenTable> =>
    (await import("./pdf/open-pdf.ts")).openPdf(path, chosen),
} as const;
export type OpenedFormat = keyof typeof OPENERS;

export const isOpenedFormat = (format: ReadAs["format"]): format is OpenedFormat =>
  format in OPENERS;

/** Opens a file that is not read as a stream of text. */
export const openTable = (
  format: OpenedFormat,
  path: string,
  chosen: ReadChoices,
): Promise<OpenTable> => OPENERS[format](path, chosen);
