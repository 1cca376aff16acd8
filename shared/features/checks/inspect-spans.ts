import type { AnswerValue } from "../annotations/answer-value.ts";
import { normaliseInput } from "../examples/normalise-input.ts";

type Span = Extract<AnswerValue, { kind: "extract" }>["spans"][number];

const WORD = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts that put no blanks between words, or join particles to them: a place inside says nothing there. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isWord = (point: string | undefined) =>
  point !== undefined && WORD.test(point) && !UNSPACED.test(point);
const isBlank = (point: string | undefined) => point !== undefined && /\s/u.test(point);

/** What is untidy about the spans of one text. */
export function findUntidySpans(
  input: string,
  spans: readonly Span[],
): { blankEdges: boolean; cutWords: boolean } {
  const points = Array.from(input);
  const cuts = (at: number) => isWord(points[at - 1]) && isWord(points[at]);
  return {
    blankEdges: spans.some(({ start, end }) => isBlank(points[start]) || isBlank(points[end - 1])),
    cutWords: spans.some(({ start, end }) => cuts(start) || cuts(end)),
  };
}

/** Different passages remembered; beyond that only those known already are compared. */
const MOST_PASSAGES = 200_000;
/** Longer passages are hardly ever the same by chance. */
const LONGEST_PASSAGE = 200;

/** Finds passages that are marked one way in some examples and another way in others. */
export function createPassageComparison() {
  const passages = new Map<string, Map<string, number[]>>();

  function remember(passage: string, labels: string, key: number) {
    const known = passages.get(passage);
    if (!known && passages.size >= MOST_PASSAGES) return;
    const byLabels = known ?? new Map<string, number[]>();
    if (!known) passages.set(passage, byLabels);
    const keys = byLabels.get(labels);
    if (keys) keys.push(key);
    else byLabels.set(labels, [key]);
  }

  return {
    add(key: number, input: string, spans: readonly Span[]) {
      const points = Array.from(input);
      const here = Map.groupBy(spans, ({ start, end }) =>
        normaliseInput(points.slice(start, end).join("")),
      );
      for (const [passage, marks] of here) {
        const labels = [...new Set(marks.map(({ labelId }) => labelId))].toSorted().join(" ");
        if (passage !== "" && passage.length <= LONGEST_PASSAGE) remember(passage, labels, key);
      }
    },
    /** The passages with more than one way, the most frequent first, and every example they occur in. */
    result() {
      const disputed = [...passages].flatMap(([passage, byLabels]) =>
        byLabels.size > 1 ? [{ passage, keys: [...byLabels.values()].flat() }] : [],
      );
      const inOrder = disputed.toSorted((a, b) => b.keys.length - a.keys.length);
      return {
        passages: inOrder.map(({ passage }) => passage),
        keys: [...new Set(inOrder.flatMap(({ keys }) => keys))],
      };
    },
  };
}
