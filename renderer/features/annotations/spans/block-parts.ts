import { countBelow } from "../../../../shared/features/annotations/spans/text-offsets.ts";

/** A marked place as it is drawn, in UTF-16 units of the whole text. */
export interface Mark {
  start: number;
  end: number;
  lane: number;
  labelId: string;
}

/** A run of text under the same marks, outermost first. */
export interface BlockPart {
  start: number;
  end: number;
  marks: Mark[];
}

/** The marks of every block, in UTF-16 units; a mark over several blocks is in each of them. */
export function marksByBlock(marks: readonly Mark[], starts: readonly number[]): Mark[][] {
  const blocks: Mark[][] = starts.map(() => []);
  for (const mark of marks) {
    let block = Math.max(0, countBelow(starts, mark.start + 1) - 1);
    while (block < starts.length && (starts[block] ?? 0) < mark.end) {
      blocks[block]?.push(mark);
      block++;
    }
  }
  return blocks;
}

/** Cuts a block where marks begin and end, so that every run lies under the same ones. */
export function blockParts(start: number, end: number, marks: readonly Mark[]): BlockPart[] {
  const inside = (place: number) => place > start && place < end;
  const cuts = marks.flatMap((mark) => [mark.start, mark.end]).filter(inside);
  const places = [...new Set([start, ...cuts, end])].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    const over = marks.filter((mark) => mark.start < to && mark.end > from);
    return { start: from, end: to, marks: over.toSorted((a, b) => b.lane - a.lane) };
  });
}
