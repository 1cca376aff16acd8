import type { TextRange } from "../../../../shared/features/annotations/spans/text-steps.ts";
import { type Box, drawnRange, lineBoxes, placeAt } from "./text-places.ts";

/** What is drawn over the text: where the keys work, and what they would work on. */
export interface Pointer {
  range: TextRange;
  look: "cursor" | "marked" | "chosen";
  /** The end that moves; it is what is kept in view. */
  head: TextRange;
}

/** Lines kept visible above and beneath the cursor. */
const LINES_AROUND = 2;
/** Empty lines and long words may have to be passed over. */
const MOST_TRIES = 12;

/** The parts of the page on which a text is drawn. */
export interface StageParts {
  region: HTMLElement;
  blocks: HTMLElement;
  overlay: HTMLElement;
}

function boxesOf(parts: StageParts, range: TextRange, starts: readonly number[]): Box[] {
  const drawn = drawnRange(parts.blocks, range, starts);
  return drawn ? lineBoxes(drawn.getClientRects()) : [];
}

function lineHeightOf({ blocks }: StageParts): number {
  const [block] = blocks.children;
  return block ? Number.parseFloat(getComputedStyle(block).lineHeight) : 24;
}

/** Boxes around the words that the pointer is at; a bar between two characters. */
function paint(parts: StageParts, pointer: Pointer, boxes: readonly Box[]): void {
  const origin = parts.overlay.getBoundingClientRect();
  const bar = pointer.range.start === pointer.range.end;
  const frames = boxes.map((box) => {
    const frame = document.createElement("div");
    frame.className = bar ? "text-caret" : `text-frame text-frame-${pointer.look}`;
    frame.style.left = `${box.left - origin.left}px`;
    frame.style.top = `${box.top - origin.top}px`;
    frame.style.width = bar ? "" : `${box.right - box.left}px`;
    frame.style.height = `${box.bottom - box.top}px`;
    return frame;
  });
  // What is marked is shown by the browser's own selection.
  parts.overlay.replaceChildren(...(pointer.look === "marked" && !bar ? [] : frames));
}

/** Marked text is selected, so that it looks, is copied and is read out as selections are. */
function select(parts: StageParts, pointer: Pointer | null, starts: readonly number[]): void {
  const selection = document.getSelection();
  if (!selection) return;
  const drawn =
    pointer?.look === "marked" && pointer.range.end > pointer.range.start
      ? drawnRange(parts.blocks, pointer.range, starts)
      : null;
  if (drawn) {
    selection.setBaseAndExtent(
      drawn.startContainer,
      drawn.startOffset,
      drawn.endContainer,
      drawn.endOffset,
    );
  } else if (selection.anchorNode && parts.region.contains(selection.anchorNode))
    selection.removeAllRanges();
}

/** Draws the pointer anew, as after a key, a change of the text's marks or of the window. */
export function drawPointer(
  parts: StageParts,
  pointer: Pointer | null,
  starts: readonly number[],
): void {
  select(parts, pointer, starts);
  if (pointer) paint(parts, pointer, boxesOf(parts, pointer.range, starts));
  else parts.overlay.replaceChildren();
}

/** Scrolls as little as needed to have the moving end in view, with a few lines around it. */
export function keepInView(parts: StageParts, head: TextRange, starts: readonly number[]): void {
  const boxes = boxesOf(parts, head, starts);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (!first || !last) return;
  const view = parts.region.getBoundingClientRect();
  const around = Math.min(lineHeightOf(parts) * LINES_AROUND, view.height / 3);
  const above = first.top - (view.top + around);
  const beneath = last.bottom - (view.bottom - around);
  if (above < 0) parts.region.scrollTop += above;
  else if (beneath > 0) parts.region.scrollTop += Math.min(beneath, above);
}

/**
 * Places in the text on the next lines up or down, nearest first, under `x` or under the head. Several, since
 * the nearest line may have no word.
 */
export function* placesInLines(
  parts: StageParts,
  head: TextRange,
  starts: readonly number[],
  by: 1 | -1,
  x: number,
): Generator<number> {
  const boxes = boxesOf(parts, head, starts);
  const from = by > 0 ? boxes.at(-1) : boxes[0];
  if (!from) return;
  const lineHeight = lineHeightOf(parts);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const distance = lineHeight * (0.6 + tries * 0.5);
    const y = by > 0 ? from.bottom + distance : from.top - distance;
    const place = placeAt(x, y);
    if (place !== null) yield place;
  }
}

/** Where, across the page, the head is drawn; going up and down keeps to it. */
export function middleOf(
  parts: StageParts,
  head: TextRange,
  starts: readonly number[],
): number | null {
  const box = boxesOf(parts, head, starts).at(-1);
  return box ? (box.left + box.right) / 2 : null;
}

/** Scrolls by a page, and tells which place now lies where the head was. */
export function turnPage(
  parts: StageParts,
  head: TextRange,
  starts: readonly number[],
  by: 1 | -1,
): number | null {
  const box = boxesOf(parts, head, starts)[0];
  if (!box) return null;
  const view = parts.region.getBoundingClientRect();
  const y = Math.min(Math.max((box.top + box.bottom) / 2, view.top + 20), view.bottom - 20);
  const before = parts.region.scrollTop;
  parts.region.scrollTop += by * view.height * 0.85;
  return parts.region.scrollTop === before ? null : placeAt((box.left + box.right) / 2, y);
}

/** True where the text at a place runs from right to left. */
export function runsRightToLeft({ blocks }: StageParts, range: TextRange): boolean {
  const inside = [...blocks.children].findLast(
    (block) => Number(block.getAttribute("data-start")) <= range.start,
  );
  return inside !== undefined && getComputedStyle(inside).direction === "rtl";
}
