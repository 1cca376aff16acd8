import { answerKey } from "../annotations/answer-key.ts";
import type { AnswerValue } from "../annotations/answer-value.ts";
import type { TaskType } from "../projects/task-type.ts";
import type { SimilarMode } from "./contract.ts";
import { findOccurrences } from "./occurrences.ts";

/** The example that was answered: what it says now, and what it said before somebody corrected it. */
export interface Correction {
  input: string;
  before: AnswerValue | null;
  after: AnswerValue;
}

type AnswerOf<Kind extends AnswerValue["kind"]> = Extract<AnswerValue, { kind: Kind }>;
type Span = AnswerOf<"extract">["spans"][number];

/** The ways to carry an answer over that make sense for a kind of task, the usual one first. */
export function modesFor(taskType: TaskType, before: AnswerValue | null): SimilarMode[] {
  if (taskType === "classify" || taskType === "extract") return ["same"];
  if (taskType === "tag") return before?.kind === "tag" ? ["change", "same"] : ["same"];
  return ["oneByOne"];
}

function changeTags(
  { before, after }: { before: readonly string[]; after: readonly string[] },
  present: readonly string[],
): string[] {
  const added = after.filter((tag) => !before.includes(tag));
  const removed = new Set(before.filter((tag) => !after.includes(tag)));
  return [...new Set([...present.filter((tag) => !removed.has(tag)), ...added])];
}

const textOf = (points: readonly string[], { start, end }: Span): string =>
  points.slice(start, end).join("");
const spanKey = (start: number, end: number, labelId: string) => `${start} ${end} ${labelId}`;

/** What a correction says about strings: `strings` have these labels, `wrong` ones no longer do. */
export function labelledStrings({ input, before, after }: Correction) {
  const points = Array.from(input);
  const pairs = (value: AnswerValue | null) =>
    new Map(
      (value?.kind === "extract" ? value.spans : []).map((span) => {
        const text = textOf(points, span);
        return [`${span.labelId} ${text}`, { text, labelId: span.labelId }] as const;
      }),
    );
  const strings = pairs(after);
  const wrong = new Set(Array.from(pairs(before).keys()).filter((key) => !strings.has(key)));
  return { strings: [...strings.values()], wrong };
}

function markStrings(correction: Correction, input: string, present: readonly Span[]): Span[] {
  const { strings, wrong } = labelledStrings(correction);
  const points = Array.from(input);
  const kept = present.filter((span) => !wrong.has(`${span.labelId} ${textOf(points, span)}`));
  const spans = new Map(kept.map((span) => [spanKey(span.start, span.end, span.labelId), span]));
  for (const { text, labelId } of strings)
    for (const { start, end } of findOccurrences(points, text))
      spans.set(spanKey(start, end, labelId), { start, end, labelId });
  return [...spans.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function propose(
  correction: Correction,
  target: { input: string; answer: AnswerValue | null },
  mode: SimilarMode,
): AnswerValue | null {
  const { before, after } = correction;
  const { answer } = target;
  if (mode === "oneByOne") return null;
  if (after.kind === "classify") return after;
  if (after.kind === "tag" && mode === "same") return after;
  if (after.kind === "tag") {
    // Where nothing was answered yet there is nothing to change: part of an answer would be none.
    if (answer?.kind !== "tag" || before?.kind !== "tag") return null;
    const tags = { before: before.labelIds, after: after.labelIds };
    return { kind: "tag", labelIds: changeTags(tags, answer.labelIds) };
  }
  if (after.kind !== "extract") return null;
  const present = answer?.kind === "extract" ? answer.spans : [];
  const spans = markStrings(correction, target.input, present);
  // Without one of the strings, the correction says nothing about this text.
  return spans.length === 0 && present.length === 0 ? null : { kind: "extract", spans };
}

/** The answer that an example which is alike should get; null when it has it already, or when none follows. */
export function proposeAnswer(
  correction: Correction,
  target: { input: string; answer: AnswerValue | null },
  mode: SimilarMode,
): AnswerValue | null {
  const proposed = propose(correction, target, mode);
  if (!proposed) return null;
  const isSame =
    target.answer?.kind === proposed.kind && answerKey(target.answer) === answerKey(proposed);
  return isSame ? null : proposed;
}

/** Whether an example that is alike would be gone through one by one: it has another answer, or none. */
export const differs = (after: AnswerValue | null, answer: AnswerValue | null): boolean =>
  after === null || answer === null || answerKey(after) !== answerKey(answer);
