import type { Block } from "../text/passages.ts";

/** A piece of text on a page as the PDF places it; `y` grows upwards, in points. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Line {
  text: string;
  x: number;
  y: number;
  height: number;
}

/** A gap of more than this many line heights, from one baseline to the next, begins a new paragraph. */
const PARAGRAPH_GAP = 1.7;
/** Letters larger than the running text by this much make a heading. */
const HEADING_SIZE = 1.15;
const HEADING_CHARACTERS = 200;
/** A gap between two pieces of a line, in letter heights, that stands for a blank. */
const BLANK_WIDTH = 0.15;

/** The paragraphs and headings of one page, in the order in which the PDF writes them. */
export function findBlocks(pieces: readonly PlacedText[], pageNumber: number): Block[] {
  const lines = joinLines(pieces);
  const usual = usualHeight(lines);
  const blocks: Block[] = [];
  let open: { lines: Line[]; isHeading: boolean } | null = null;
  const end = () => {
    if (open)
      blocks.push({ text: joinText(open.lines), level: open.isHeading ? 1 : null, at: pageNumber });
    open = null;
  };
  for (const line of lines) {
    const isHeading = line.height > usual * HEADING_SIZE && line.text.length <= HEADING_CHARACTERS;
    const above: Line | undefined = (open as { lines: Line[] } | null)?.lines.at(-1);
    const gap = above ? above.y - line.y : 0;
    const goesOn =
      above !== undefined &&
      (open as { isHeading: boolean } | null)?.isHeading === isHeading &&
      gap > 0 &&
      gap <= Math.max(above.height, line.height) * PARAGRAPH_GAP;
    if (!goesOn) {
      end();
      open = { lines: [], isHeading };
    }
    (open as unknown as { lines: Line[] }).lines.push(line);
  }
  end();
  return blocks;
}

function joinLines(pieces: readonly PlacedText[]): Line[] {
  const lines: Line[] = [];
  let end = 0;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const size = Math.max(piece.height, line?.height ?? 0, 1);
    if (line && Math.abs(line.y - piece.y) < size * 0.5 && piece.x >= line.x - size) {
      const gap = piece.x - end > size * BLANK_WIDTH;
      const isApart = gap && !/\s$/.test(line.text) && !/^\s/.test(piece.text);
      line.text += (isApart ? " " : "") + piece.text;
      if (piece.text.trim() !== "") line.height = Math.max(line.height, piece.height);
    } else if (piece.text.trim() !== "")
      lines.push({ text: piece.text, x: piece.x, y: piece.y, height: piece.height });
    end = piece.x + piece.width;
  }
  return lines.filter(({ text }) => text.trim() !== "");
}

/** The height in which most letters of the page are set. */
function usualHeight(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let usual = 0;
  let most = 0;
  for (const [height, count] of letters) if (count > most) [usual, most] = [height, count];
  return usual;
}

/** One text of a paragraph's lines; a word divided at the end of a line is put together again. */
function joinText(lines: readonly Line[]): string {
  let text = "";
  for (const line of lines) {
    const next = line.text.trim();
    if (/\p{L}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(next)) text = text.slice(0, -1) + next;
    else text += (text === "" ? "" : " ") + next;
  }
  return text;
}
