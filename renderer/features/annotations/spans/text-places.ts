import { countBelow } from "../../../../shared/features/annotations/spans/text-offsets.ts";
import type { TextRange } from "../../../../shared/features/annotations/spans/text-steps.ts";

const startOf = (block: Element): number => Number(block.getAttribute("data-start"));

/** The place in the text, in UTF-16 units, of a point in the drawn blocks; null outside of them. */
export function placeOf(node: Node | null, offset: number): number | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const block = element?.closest("[data-start]");
  if (!node || !block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return startOf(block) + before.toString().length;
}

/** The text node and the offset in it at which a place is drawn. */
function pointAt(blocks: Element, place: number, starts: readonly number[]): [Node, number] | null {
  const block = blocks.children[Math.max(0, countBelow(starts, place + 1) - 1)];
  if (!block) return null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = place - startOf(block);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length) return [node, left];
    left -= length;
    last = node;
  }
  return last && [last, last.nodeValue?.length ?? 0];
}

/** Where a range of the text is drawn; an end at the beginning of a block stays in the block before. */
export function drawnRange(
  blocks: Element,
  range: TextRange,
  starts: readonly number[],
): Range | null {
  const from = pointAt(blocks, range.start, starts);
  const last = range.end > range.start ? pointAt(blocks, range.end - 1, starts) : from;
  if (!from || !last) return null;
  const drawn = document.createRange();
  drawn.setStart(...from);
  drawn.setEnd(last[0], last[1] + (range.end > range.start ? 1 : 0));
  return drawn;
}

/** The place in the text under a point of the window; null where no text is. */
export function placeAt(x: number, y: number): number | null {
  const found = document.caretPositionFromPoint(x, y);
  return found && placeOf(found.offsetNode, found.offset);
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One box a line: what is drawn in several pieces there becomes one. */
export function lineBoxes(rects: Iterable<Box>): Box[] {
  const boxes: Box[] = [];
  for (const { left, top, right, bottom } of rects) {
    const middle = (top + bottom) / 2;
    const same = boxes.find((box) => middle > box.top && middle < box.bottom);
    if (!same) boxes.push({ left, top, right, bottom });
    else {
      same.left = Math.min(same.left, left);
      same.right = Math.max(same.right, right);
      same.top = Math.min(same.top, top);
      same.bottom = Math.max(same.bottom, bottom);
    }
  }
  return boxes;
}
