import { memo } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { type BlockPart, blockParts, type Mark } from "./block-parts.ts";

/** Longer names are cut where they stand in the text; the list beside shows them whole. */
const LONGEST_TAG = 18;
/** Height of one underline with the gap to the next, in pixels. */
const LANE_PX = 4;
const LEAST_LINE_HEIGHT = 1.8;
/** A guess for blocks not drawn yet: characters in a line, and its height in pixels. */
const GUESSED = { characters: 75, linePx: 27 };

export type LabelLook = Pick<Label, "name" | "colour">;

interface TextBlockProps {
  text: string;
  start: number;
  /** Changes when the marks do; the marks themselves are made anew with every change anywhere. */
  marksKey: string;
  marks: readonly Mark[];
  looks: ReadonlyMap<string, LabelLook>;
}

/** Lone carriage returns end a line as well; the number of characters must stay. */
const shown = (text: string): string => text.replace(/\r(?!\n)/g, "\n");

/** A few paragraphs of the text, drawn anew only when their own marks change. */
export const TextBlock = memo(
  function TextBlock({ text, start, marks, looks }: TextBlockProps) {
    const parts = blockParts(start, start + text.length, marks);
    const lanes = Math.max(0, ...marks.map((mark) => mark.lane));
    const lines = text.length / GUESSED.characters + (text.match(/\n/g)?.length ?? 0);
    return (
      <div
        dir="auto"
        data-start={start}
        className="text-block"
        style={{
          lineHeight: `calc(max(${LEAST_LINE_HEIGHT}, var(--reading-lines, 0)) * 1em + ${lanes * LANE_PX}px)`,
          containIntrinsicHeight: `auto ${Math.ceil(lines * GUESSED.linePx)}px`,
        }}
      >
        {parts.map((part) => (
          <Marked
            key={part.start}
            part={part}
            depth={0}
            looks={looks}
            text={shown(text.slice(part.start - start, part.end - start))}
          />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.marksKey === after.marksKey &&
    before.text === after.text &&
    before.start === after.start &&
    before.looks === after.looks,
);

interface MarkedProps {
  part: BlockPart;
  depth: number;
  looks: ReadonlyMap<string, LabelLook>;
  text: string;
}

/** A run of text within the marks over it, one inside the other; each is tagged where it ends. */
function Marked({ part, depth, looks, text }: MarkedProps) {
  const mark = part.marks[depth];
  if (!mark) return text;
  const look = looks.get(mark.labelId);
  const ends = mark.end === part.end;
  return (
    <span
      className={`label-${look?.colour ?? "slate"} text-mark`}
      data-begins={mark.start === part.start || undefined}
      style={{ paddingBottom: mark.lane * LANE_PX }}
    >
      <Marked part={part} depth={depth + 1} looks={looks} text={text} />
      {ends ? (
        <span
          aria-hidden
          className="text-tag"
          data-span={`${mark.start} ${mark.end} ${mark.labelId}`}
          data-label={tagOf(look?.name ?? "?")}
        />
      ) : null}
    </span>
  );
}

function tagOf(name: string): string {
  const characters = Array.from(name);
  return characters.length > LONGEST_TAG
    ? `${characters.slice(0, LONGEST_TAG - 1).join("")}…`
    : name;
}
