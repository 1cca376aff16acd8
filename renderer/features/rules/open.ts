import { create } from "zustand";

/** An example that a rule may come from, with the labels of its answer. */
export interface RuleSource {
  exampleId: string;
  text: string;
  labelIds: string[];
}

/** What the rule being made comes from; null while none is being made. */
export interface RuleSources {
  /** The one on the desk, if it is one. */
  current: RuleSource | null;
  /** The one answered before it. */
  answered: RuleSource | null;
  first: "current" | "answered";
}

export const useRuleMaking = create<{ sources: RuleSources | null }>(() => ({ sources: null }));

export const openRuleMaking = (sources: RuleSources): void => useRuleMaking.setState({ sources });
export const closeRuleMaking = (): void => useRuleMaking.setState({ sources: null });
