import { type FrozenSpan } from "./span-rows.ts";

/** Words and single signs; blanks stand between them, and the line ends that only Unicode knows too. */
const TOKEN = /[\p{L}\p{N}\p{M}_]+|[^\s\u0085]/gu;

interface Token {
  text: string;
  start: number;
  end: number;
}

/** Why BIO tags cannot say what the spans say. */
export type BioProblem = "spansOverlap" | "spanWithoutText";

/**
 * A text as CoNLL lines in BIO2: token, two empty columns, tag; a blank line after each line of the text that
 * no span runs over. Tokens end where a span begins or ends, so that no span is widened.
 */
export function conllText(
  text: string,
  spans: readonly FrozenSpan[],
): { text: string } | { problem: BioProblem; span: FrozenSpan } {
  const overlapping = spans.find((span, place) => span.start < (spans[place - 1]?.end ?? 0));
  if (overlapping) return { problem: "spansOverlap", span: overlapping };
  const points = Array.from(text);
  const tokens = tokenise(points, spans);
  const lines: string[] = ["-DOCSTART- -X- -X- O", ""];
  const written = new Set<FrozenSpan>();
  let previousEnd = 0;
  for (const token of tokens) {
    const span = spans.find(({ start, end }) => token.start >= start && token.end <= end);
    const gap = points.slice(previousEnd, token.start);
    if (previousEnd > 0 && gap.some(isLineEnd) && !(span && written.has(span))) lines.push("");
    lines.push(`${token.text} -X- -X- ${tagOf(span, written)}`);
    previousEnd = token.end;
  }
  const silent = spans.find((span) => !written.has(span));
  if (silent) return { problem: "spanWithoutText", span: silent };
  return { text: `${lines.join("\n")}\n\n` };
}

const isLineEnd = (point: string) => /[\n\r\u0085\u2028\u2029]/.test(point);

function tagOf(span: FrozenSpan | undefined, written: Set<FrozenSpan>): string {
  if (!span) return "O";
  const begins = !written.has(span);
  written.add(span);
  // Columns are cut at blanks.
  return `${begins ? "B" : "I"}-${span.label.trim().replace(/\s+/g, "_")}`;
}

function tokenise(points: readonly string[], spans: readonly FrozenSpan[]): Token[] {
  const edges = new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].toSorted((a, b) => a - b);
  const tokens: Token[] = [];
  for (const [place, from] of cuts.entries()) {
    const piece = points.slice(from, cuts[place + 1] ?? from).join("");
    let unit = 0;
    let point = from;
    for (const { 0: text, index } of piece.matchAll(TOKEN)) {
      point += Array.from(piece.slice(unit, index)).length;
      const end = point + Array.from(text).length;
      tokens.push({ text, start: point, end });
      [unit, point] = [index + text.length, end];
    }
  }
  return tokens;
}
