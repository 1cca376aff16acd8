import { zipFile } from "./zip-file.ts";

interface Sheet {
  name: string;
  state?: "hidden" | "veryHidden";
  /** Rows as XML: <row>…</row>. */
  rows: string;
  /** What follows the rows, such as merged cells. */
  after?: string;
}
interface XlsxOptions {
  strings?: readonly string[];
  /** Number formats of the cell styles 1, 2, …; style 0 is "General". */
  formats?: readonly string[];
  countsFrom1904?: boolean;
  hasMacros?: boolean;
}

export const escapeXml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A cell of text as a library without a table of strings writes it. */
export const textCell = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as its XML parts. */
export function xlsxParts(sheets: readonly Sheet[], options: XlsxOptions = {}) {
  const formats = options.formats ?? [];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types/>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr${
      options.countsFrom1904 ? ' date1904="1"' : ""
    }/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships>${sheets
      .map((_sheet, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
      .join(
        "",
      )}${relation("t", "sharedStrings", "sharedStrings.xml")}${relation("y", "styles", "/xl/styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${(options.strings ?? []).join("")}</sst>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escapeXml(code)}"/>`)
      .join(
        "",
      )}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_code, at) => `<xf numFmtId="${200 + at}"/>`)
      .join("")}</cellXfs></styleSheet>`,
  };
  if (options.hasMacros) parts["xl/vbaProject.bin"] = "Sub AutoOpen()";
  for (const [at, { rows, after }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after ?? ""}</worksheet>`;
  return parts;
}

export const xlsxFile = (sheets: readonly Sheet[], options: XlsxOptions = {}): Buffer =>
  zipFile(xlsxParts(sheets, options));
