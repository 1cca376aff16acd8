import type { FrozenAnswer, FrozenExample } from "../versions/frozen-example.ts";

/** What the answers of a version hold, by name; empty where the table of labels says all. */
export type AnswerCounts = Map<string, number>;

function countsOf(answer: FrozenAnswer): [string, number][] {
  switch (answer.kind) {
    case "classify":
      return [];
    case "tag":
      return [
        ["labels given", answer.labels.length],
        ["examples without any label", answer.labels.length === 0 ? 1 : 0],
      ];
    case "write":
      return [
        ["responses that were edited from a given text", answer.original === undefined ? 0 : 1],
      ];
    case "chat":
      return [
        ["turns", answer.turns.length],
        ["turns of the assistant", answer.turns.filter(isReply).length],
        [
          "turns of the assistant left out of training (weight 0)",
          answer.turns.filter((turn) => isReply(turn) && turn.weight === 0).length,
        ],
      ];
    case "extract":
      return [
        ["spans", answer.spans.length],
        ["examples without any span", answer.spans.length === 0 ? 1 : 0],
      ];
    case "rank":
      return [
        ["one response preferred", answer.outcome === "preferred" ? 1 : 0],
        ["ties", answer.outcome === "tie" ? 1 : 0],
        ["all responses bad", answer.outcome === "bothBad" ? 1 : 0],
      ];
  }
}

const isReply = ({ role }: { role: string }) => role === "assistant";

/** Adds what a row's answer holds to the counts. */
export function countAnswer(counts: AnswerCounts, { answer }: FrozenExample): void {
  for (const [name, count] of countsOf(answer)) counts.set(name, (counts.get(name) ?? 0) + count);
}
