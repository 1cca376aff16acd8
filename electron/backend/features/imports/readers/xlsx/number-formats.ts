import { format, isDateFormat } from "numfmt";
import type { Archive } from "../zip/archive.ts";
import { readXml } from "../xml/xml-reader.ts";

const MAX_STYLES_BYTES = 64_000_000;
/** Days between the two beginnings that workbooks count from. */
const DAYS_1900_TO_1904 = 1462;

/**
 * Formats that are known by number alone. ECMA-376 part 1, 18.8.30. Those that look different in every
 * country are written year first, so that nobody takes a day for a month.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy-mm-dd"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy-mm-dd hh:mm"],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** Writes the number of a cell as a person sees it in the sheet. */
export type NumberWriter = (raw: string, style: number) => string;

/** The number format of each cell style. */
export async function readStyles(archive: Archive, file: string | null): Promise<string[]> {
  const custom = new Map<number, string>();
  const styles: string[] = [];
  let isCellStyle = false;
  if (file !== null)
    await readXml(archive.read(file, MAX_STYLES_BYTES), {
      open(name, attributes) {
        if (name === "numFmt")
          custom.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
        if (name === "cellXfs") isCellStyle = true;
        if (name !== "xf" || !isCellStyle) return;
        const id = Number(attributes["numFmtId"] ?? 0);
        styles.push(custom.get(id) ?? BUILT_IN.get(id) ?? "General");
      },
      close(name) {
        if (name === "cellXfs") isCellStyle = false;
      },
    });
  return styles;
}

export function createNumberWriter(
  styles: readonly string[],
  countsFrom1904: boolean,
): NumberWriter {
  const isDate = new Map<string, boolean>();
  const isDatePattern = (pattern: string) => {
    let known = isDate.get(pattern);
    if (known === undefined) isDate.set(pattern, (known = isDateFormat(pattern)));
    return known;
  };
  return (raw, style) => {
    const pattern = styles[style] ?? "General";
    if (/^(general|@)$/i.test(pattern)) return plainNumber(raw);
    const value = Number(raw);
    if (raw.trim() === "" || Number.isNaN(value)) return raw;
    const shift = countsFrom1904 && isDatePattern(pattern) ? DAYS_1900_TO_1904 : 0;
    try {
      return format(pattern, value + shift, { nbsp: false }).trim() || plainNumber(raw);
    } catch {
      return plainNumber(raw);
    }
  };
}

/** All digits that a spreadsheet keeps (15), without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function plainNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value) || Math.abs(value) >= 1e21) return raw;
  return String(Number(value.toPrecision(15)));
}
