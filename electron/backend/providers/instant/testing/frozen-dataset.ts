import type { FrozenAnswer, FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Split } from "#shared/features/versions/split.ts";
import { makeTrainingContext } from "../../../testing/training-context.ts";
import type { FrozenDataset, TrainingContext } from "../../provider.ts";

export type SplitPairs = Partial<Record<Split, readonly (readonly [string, string])[]>>;

function makeExamples(
  split: Split,
  pairs: readonly (readonly [string, string])[],
  toAnswer: (text: string) => FrozenAnswer,
): FrozenExample[] {
  return pairs.map(([input, answer], row) => ({
    exampleId: `${split}-${row}`,
    externalId: null,
    group: null,
    split,
    input,
    payload: null,
    answer: toAnswer(answer),
  }));
}

/** A frozen version in memory, from pairs of input and label (`classify`) or response (`write`). */
export function makeFrozenDataset(
  taskType: "classify" | "write",
  pairs: SplitPairs,
): FrozenDataset {
  const toAnswer = (text: string): FrozenAnswer =>
    taskType === "classify" ? { kind: taskType, label: text } : { kind: taskType, response: text };
  const rows = (split: Split) => makeExamples(split, pairs[split] ?? [], toAnswer);
  const all = Object.values(pairs).flatMap((list) => list ?? []);
  const names = taskType === "classify" ? [...new Set(all.map(([, label]) => label))] : [];
  return {
    rows,
    version: {
      versionId: "version",
      number: 1,
      contentHash: "",
      taskType,
      plan: { seed: 42, ratios: { train: 80, validation: 10, test: 10 }, keepGivenSplits: true },
      counts: {
        train: rows("train").length,
        validation: rows("validation").length,
        test: rows("test").length,
      },
      labels: names.map((name) => ({ labelId: name, name, description: "" })),
      systemPrompt: "",
      guideline: "",
      createdAtMs: 0,
    },
  };
}

/** A context that keeps what the training tells. */
export function makeRecordingContext(
  dataset: FrozenDataset,
  abort = new AbortController(),
  onReport: TrainingContext["report"] = () => {},
) {
  const events: string[] = [];
  const context = makeTrainingContext(dataset, {
    baseModel: "instant",
    addEvents: (added) => events.push(...added.map((event) => event.message)),
    report: onReport,
    signal: abort.signal,
  });
  return { context, events, abort };
}
