import { blockStarts } from "../../../../shared/features/annotations/spans/text-blocks.ts";
import {
  type TextOffsets,
  textOffsets,
} from "../../../../shared/features/annotations/spans/text-offsets.ts";
import {
  type TextRange,
  type TextSteps,
  textSteps,
} from "../../../../shared/features/annotations/spans/text-steps.ts";

/** One text with everything that is read from it once. */
export interface TextModel {
  text: string;
  /** Where its blocks begin, in UTF-16 units. */
  starts: readonly number[];
  blocks: readonly string[];
  steps: TextSteps;
  offsets: TextOffsets;
}

export function textModel(text: string): TextModel {
  const starts = blockStarts(text);
  const blocks = starts.map((start, at) => text.slice(start, starts[at + 1]));
  return { text, starts, blocks, steps: textSteps(text, starts), offsets: textOffsets(text) };
}

/** From code points, as spans count, to UTF-16 units, as strings do. */
export const toUnits = ({ offsets }: TextModel, range: TextRange): TextRange => ({
  start: offsets.toUnit(range.start),
  end: offsets.toUnit(range.end),
});

export const toCodePoints = ({ offsets }: TextModel, range: TextRange): TextRange => ({
  start: offsets.toCodePoint(range.start),
  end: offsets.toCodePoint(range.end),
});
