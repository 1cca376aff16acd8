import { posix } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Archive } from "../zip/archive.ts";
import { attributeOf, readXml } from "../xml/xml-reader.ts";

/** Bytes of the parts that must be held in memory, once unpacked. */
const MAX_PART_BYTES = 64_000_000;

export interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** Its file inside the archive. */
  file: string;
}

export interface Workbook {
  sheets: SheetEntry[];
  /** Days are counted from 1904 instead of 1900. */
  countsFrom1904: boolean;
  hasMacros: boolean;
  stringsFile: string | null;
  stylesFile: string | null;
}

const WORKBOOK = "xl/workbook.xml";

/** What a workbook holds; macros are noticed and never looked at. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const files = await readRelations(archive);
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await readXml(archive.read(WORKBOOK, MAX_PART_BYTES), {
    open(name, attributes) {
      if (name === "workbookPr")
        countsFrom1904 = /^(1|true|on)$/.test(attributeOf(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const file = files.byId.get(attributeOf(attributes, "id") ?? "");
      // Chart and dialog sheets hold no cells.
      if (!file || !file.type.endsWith("/worksheet")) return;
      const state = attributes["state"] ?? "visible";
      const isHidden = state !== "visible";
      sheets.push({ name: attributes["name"] ?? "", isHidden, file: file.path });
    },
  });
  if (sheets.length === 0) throw new AppError("nothingReadable", { name: "" });
  return {
    sheets,
    countsFrom1904,
    hasMacros: archive.has("xl/vbaProject.bin"),
    stringsFile: files.byType("sharedStrings"),
    stylesFile: files.byType("styles"),
  };
}

async function readRelations(archive: Archive) {
  const byId = new Map<string, { type: string; path: string }>();
  await readXml(archive.read("xl/_rels/workbook.xml.rels", MAX_PART_BYTES), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (name !== "Relationship" || !id || !type || !target) return;
      const path = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
      byId.set(id, { type, path });
    },
  });
  const byType = (ending: string) =>
    [...byId.values()].find(({ type }) => type.endsWith(`/${ending}`))?.path ?? null;
  return { byId, byType };
}

/** The sheet asked for; else the first that is not hidden. */
export function chooseSheet(sheets: readonly SheetEntry[], name: string | undefined): SheetEntry {
  const sheet =
    sheets.find((each) => each.name === name) ?? sheets.find((each) => !each.isHidden) ?? sheets[0];
  if (!sheet) throw new AppError("nothingReadable", { name: "" });
  return sheet;
}
