import { create } from "zustand";
import type { Learning, Suggestion } from "../../../shared/features/suggestions/contract.ts";
import { rpc } from "../../client/rpc.ts";

interface Known {
  byId: ReadonlyMap<string, Suggestion>;
  learning: Learning | null;
}

/** What is proposed for the examples on the desk and those that come next. */
export const useSuggestions = create<Known>(() => ({ byId: new Map(), learning: null }));

let isAsking = false;

/**
 * Asks anew for these examples, the one on the desk first. What is on the screen stays as it is: a suggestion
 * must not change under the finger that accepts it.
 */
export async function refreshSuggestions(exampleIds: readonly string[]): Promise<void> {
  if (isAsking || exampleIds.length === 0) return;
  isAsking = true;
  try {
    const { items, learning } = await rpc.suggestions.list({ exampleIds: [...exampleIds] });
    const [onDesk] = exampleIds;
    const before = useSuggestions.getState().byId;
    const kept = onDesk === undefined ? undefined : before.get(onDesk);
    const byId = new Map(items.map((item) => [item.exampleId, item]));
    // What is proposed no more, as its label is gone, goes.
    if (kept && byId.has(kept.exampleId)) byId.set(kept.exampleId, kept);
    useSuggestions.setState({ byId, learning });
  } catch {
    // Labelling goes on without; it is asked again with the next example.
  } finally {
    isAsking = false;
  }
}

/** Nothing of one project may be shown in the next one, nor what somebody else proposed. */
export const forgetSuggestions = (): void =>
  useSuggestions.setState({ byId: new Map(), learning: null });
