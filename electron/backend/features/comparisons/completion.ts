import type { Completion } from "../../providers/provider.ts";

/** An answer as it is kept: what came back, and which label it names (null: none, or not a label task). */
export type FrozenCompletion = Completion & { label: string | null };

/**
 * Freezes an answer. One without a text at all is kept as failed, so that it is counted among the unscored
 * and never as a loss in silence. An empty text is an answer when its provider says so: the untrained
 * baseline, for one, has nothing else to say.
 */
export function freezeCompletion(
  completion: Completion,
  matchLabel: ((text: string) => string | null) | null,
): FrozenCompletion {
  const text = completion.text?.toWellFormed() ?? null;
  const problem = completion.problem ?? (text === null ? "failed" : null);
  const label = problem === null && text !== null && matchLabel ? matchLabel(text) : null;
  return { text, problem, detail: completion.detail, label };
}
