import type { Completion } from "../../providers/provider.ts";

/** An answer as it is kept: what came back, and which label it names (null: none, or not a label task). */
export type FrozenCompletion = Completion & { label: string | null };

/**
 * Freezes an answer. An answer without any text says nothing about the model's knowledge: it is kept as
 * failed, so that it is counted among the unscored and never as a loss in silence.
 */
export function freezeCompletion(
  completion: Completion,
  matchLabel: ((text: string) => string | null) | null,
): FrozenCompletion {
  const text = completion.text?.toWellFormed() ?? null;
  const isEmpty = text === null || text.trim() === "";
  const problem = completion.problem ?? (isEmpty ? "failed" : null);
  const label = problem === null && text !== null && matchLabel ? matchLabel(text) : null;
  return { text, problem, detail: completion.detail, label };
}
