import { expect, test } from "vitest";
import { conllText } from "./conll.ts";

const span = (start: number, end: number, label: string) => ({ start, end, label });
/** The lines of one example after its head, tags only beside their tokens. */
function tokens(text: string, spans: ReturnType<typeof span>[]) {
  const made = conllText(text, spans);
  const lines = "text" in made ? made.text.split("\n").slice(2, -2) : [made.problem];
  return lines.map((line) => line.replace(" -X- -X- ", " "));
}

test.each([
  [
    "an emoji before a span",
    "💊 Take aspirin daily.",
    [span(7, 14, "DRUG")],
    ["💊 O", "Take O", "aspirin B-DRUG", "daily O", ". O"],
  ],
  [
    "a span of two words, and one right after it",
    "New York Times",
    [span(0, 8, "PLACE"), span(9, 14, "PAPER")],
    ["New B-PLACE", "York I-PLACE", "Times B-PAPER"],
  ],
  [
    "spans that touch have tags of their own",
    "10mg",
    [span(0, 2, "DOSE"), span(2, 4, "UNIT")],
    ["10 B-DOSE", "mg B-UNIT"],
  ],
  [
    "a hidden line end cuts a sentence, a span over one does not",
    "one\u2028two\u0085three",
    [span(4, 13, "X")],
    ["one O", "", "two B-X", "three I-X"],
  ],
  ["right to left", "שלום לך", [span(0, 4, "W")], ["שלום B-W", "לך O"]],
  [
    "what looks like a command, and a label with a blank",
    "<|endoftext|>",
    [span(2, 11, "END MARK")],
    ["< O", "| O", "endoftext B-END_MARK", "| O", "> O"],
  ],
  ["spans that overlap", "New York", [span(0, 8, "A"), span(4, 8, "B")], ["spansOverlap"]],
  ["a span of blanks", "a  b", [span(1, 3, "A")], ["spanWithoutText"]],
])("%s", (_case, text, spans, expected) => {
  expect(tokens(text, spans)).toEqual(expected);
});
