import { AppError } from "#shared/errors/app-error.ts";
import type { Archive } from "../zip/archive.ts";
import { readXml } from "../xml/xml-reader.ts";

/** Bytes of all texts of a workbook once unpacked; they must be held while its rows are read. */
const MAX_STRINGS_BYTES = 500_000_000;
const MAX_STRINGS = 20_000_000;

/** The texts that cells refer to by number. */
export async function readSharedStrings(archive: Archive, file: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (file === null) return strings;
  const collect = createTextCollector();
  await readXml(archive.read(file, MAX_STRINGS_BYTES), {
    open(name) {
      if (name === "si") collect.start();
      else collect.open(name);
    },
    text: (text) => collect.text(text),
    close(name) {
      collect.close(name);
      if (name !== "si") return;
      strings.push(collect.take());
      if (strings.length > MAX_STRINGS)
        throw new AppError("tooMuchInside", { name: "", limit: MAX_STRINGS_BYTES / 1_000_000 });
    },
  });
  return strings;
}

/** The text of a rich string: all its runs, without the reading aids that East Asian texts carry. */
export function createTextCollector() {
  let text = "";
  let isText = false;
  let phonetic = 0;
  return {
    start() {
      text = "";
      isText = false;
      phonetic = 0;
    },
    open(name: string) {
      if (name === "rPh") phonetic += 1;
      isText = name === "t" && phonetic === 0;
    },
    text(piece: string) {
      if (isText) text += piece;
    },
    close(name: string) {
      if (name === "rPh") phonetic -= 1;
      isText = false;
    },
    take: () => unescapeText(text),
  };
}

/** Spreadsheets write characters that XML forbids, and carriage returns, as _xHHHH_. ECMA-376 part 1, 22.9.2.19. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
