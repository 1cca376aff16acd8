import type { FrozenAnswer, FrozenExample } from "../versions/frozen-example.ts";
import type { Split } from "../versions/split.ts";

export type LabelCounts = Map<string, Record<Split, number>>;

/** The different labels an answer names. */
function labelsOf(answer: FrozenAnswer): Set<string> {
  if (answer.kind === "classify") return new Set([answer.label]);
  if (answer.kind === "tag") return new Set(answer.labels);
  if (answer.kind === "extract") return new Set(answer.spans.map((span) => span.label));
  return new Set();
}

/** Adds a row to the counts; a row counts once for each label it names. */
export function countLabels(counts: LabelCounts, example: FrozenExample): void {
  for (const label of labelsOf(example.answer)) {
    const count = counts.get(label) ?? { train: 0, validation: 0, test: 0 };
    count[example.split] += 1;
    counts.set(label, count);
  }
}
