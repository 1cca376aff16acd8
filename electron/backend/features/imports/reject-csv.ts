import { mkdirSync } from "node:fs";
import { join, parse } from "node:path";
import Papa from "papaparse";
import type { RejectedRow } from "#shared/features/imports/contract.ts";
import { toFileName } from "#shared/features/projects/file-name.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { newId } from "../../ids.ts";

const FIELDS = ["line", "reason", "detail", "row"];

/** For people with a spreadsheet: cells that would start a formula are made harmless. */
export function writeRejectCsv(rejects: Iterable<RejectedRow>): string {
  const data = Array.from(rejects, (row) => [row.lineNumber, row.reason, row.detail, row.excerpt]);
  return `${Papa.unparse({ fields: FIELDS, data }, { escapeFormulae: true })}\r\n`;
}

/** Saves the reject list of a file in a folder of its own and returns the path. */
export function saveRejectCsv(folder: string, fileName: string, csv: string): string {
  const own = join(folder, newId());
  mkdirSync(own, { recursive: true });
  const path = join(own, `${toFileName(parse(fileName).name)}-rejects.csv`);
  // The mark tells spreadsheets that the text is UTF-8.
  writeAtomically(path, `\uFEFF${csv}`);
  return path;
}
