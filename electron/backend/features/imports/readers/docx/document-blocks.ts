import type { Archive } from "../zip/archive.ts";
import { attributeOf, createXmlReader, readXml } from "../xml/xml-reader.ts";
import type { Block } from "../text/passages.ts";

export const DOCUMENT = "word/document.xml";
/** Bytes of a document's text with its marks, once unpacked. */
const MAX_DOCUMENT_BYTES = 1_000_000_000;
const MAX_STYLES_BYTES = 64_000_000;

/** Paragraph styles that are headings, with their level; styles have the same English names in every language. */
export async function readHeadingStyles(archive: Archive): Promise<Map<string, number>> {
  const levels = new Map<string, number>();
  let styleId = "";
  await readXml(archive.read("word/styles.xml", MAX_STYLES_BYTES), {
    open(name, attributes) {
      if (name === "style") styleId = attributeOf(attributes, "styleId") ?? "";
      if (name === "name") {
        const style = attributeOf(attributes, "val")?.toLowerCase() ?? "";
        const level = /^heading (\d)$/.exec(style)?.[1];
        // The title stands above all headings.
        if (level) levels.set(styleId, Number(level) + 1);
        else if (style === "title") levels.set(styleId, 1);
      }
      if (name === "outlineLvl" && styleId !== "" && !levels.has(styleId))
        levels.set(styleId, outlineLevel(attributeOf(attributes, "val")) ?? 2);
    },
    close(name) {
      if (name === "style") styleId = "";
    },
  });
  return levels;
}

/** Levels count from 0 in the file; 9 stands for running text. */
const outlineLevel = (value: string | undefined) =>
  value === undefined || Number(value) > 8 ? null : Number(value) + 2;

/** Paragraphs, headings and table rows of a document; what was struck out while tracking changes is left out. */
export async function* readDocumentBlocks(
  archive: Archive,
  headings: ReadonlyMap<string, number>,
): AsyncGenerator<{ blocks: Block[]; share: number }> {
  const collector = createBlockCollector(headings);
  const reader = createXmlReader(collector.listener);
  const stated = Math.max(1, archive.statedBytes(DOCUMENT));
  let bytes = 0;
  for await (const piece of archive.read(DOCUMENT, MAX_DOCUMENT_BYTES)) {
    reader.push(piece);
    bytes += piece.length;
    yield { blocks: collector.take(), share: Math.min(1, bytes / stated) };
  }
  reader.end();
  yield { blocks: collector.take(), share: 1 };
}

const TEXT_FOR: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
};

function createBlockCollector(headings: ReadonlyMap<string, number>) {
  let ready: Block[] = [];
  let count = 0;
  let skipped = 0;
  let isText = false;
  let runs = 0;
  const paragraphs: { text: string; level: number | null }[] = [];
  /** For each table that is open: the cells of its present row. */
  const tables: string[][] = [];

  function put(text: string, level: number | null) {
    count += 1;
    const row = tables.at(-1);
    if (row) row[row.length - 1] = [row.at(-1), text].filter(Boolean).join("\n");
    else if (text.trim() !== "") ready.push({ text, level, at: count });
  }
  function endRow(cells: string[]) {
    const text = cells.join(" | ");
    tables[tables.length - 1] = [];
    const outer = tables.at(-2);
    if (outer) outer[outer.length - 1] = [outer.at(-1), text].filter(Boolean).join("\n");
    else if (cells.some((cell) => cell.trim() !== "")) ready.push({ text, level: null, at: count });
  }
  return {
    take() {
      const blocks = ready;
      ready = [];
      return blocks;
    },
    listener: {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        // The same content once more, for programs that do not know text boxes.
        if (name === "Fallback" || skipped > 0) skipped += 1;
        if (skipped > 0) return;
        const paragraph = paragraphs.at(-1);
        if (name === "p") paragraphs.push({ text: "", level: null });
        else if (name === "r") runs += 1;
        else if (name === "tbl") tables.push([]);
        else if (name === "tc") tables.at(-1)?.push("");
        else if (name === "t") isText = true;
        else if (paragraph && name === "pStyle")
          paragraph.level = headings.get(attributeOf(attributes, "val") ?? "") ?? paragraph.level;
        else if (paragraph && name === "outlineLvl")
          paragraph.level = outlineLevel(attributeOf(attributes, "val"));
        else if (paragraph && runs > 0) paragraph.text += TEXT_FOR[name] ?? "";
      },
      text(text: string) {
        const paragraph = paragraphs.at(-1);
        if (isText && skipped === 0 && paragraph) paragraph.text += text;
      },
      close(name: string) {
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        if (name === "t") isText = false;
        else if (name === "r") runs -= 1;
        else if (name === "tr") endRow(tables.at(-1) ?? []);
        else if (name === "tbl") tables.pop();
        else if (name === "p") {
          const done = paragraphs.pop();
          if (done) put(done.text, done.level);
        }
      },
    },
  };
}
