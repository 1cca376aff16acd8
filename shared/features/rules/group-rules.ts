import type { Rule } from "./contract.ts";

/** Rules about the same label; `labelId` is null for those about none in particular. */
export interface RuleGroup {
  labelId: string | null;
  rules: Rule[];
}

const newestFirst = (a: Rule, b: Rule): number =>
  b.changedAtMs - a.changedAtMs || (a.ruleId < b.ruleId ? 1 : -1);

/**
 * Rules under each label that they concern, in the order of the labels, those about `firstLabelIds` before the
 * others; rules about all labels stand at the end. A rule about two labels stands under both.
 */
export function groupRules(
  rules: readonly Rule[],
  labelIds: readonly string[],
  firstLabelIds: readonly string[] = [],
): RuleGroup[] {
  const sorted = rules.toSorted(newestFirst);
  const first = labelIds.filter((labelId) => firstLabelIds.includes(labelId));
  const order = [...new Set([...first, ...labelIds])];
  const known = new Set(order);
  const groups: RuleGroup[] = order.map((labelId) => ({
    labelId,
    rules: sorted.filter((rule) => rule.labelIds.includes(labelId)),
  }));
  const general = sorted.filter((rule) => !rule.labelIds.some((labelId) => known.has(labelId)));
  return [...groups, { labelId: null, rules: general }].filter((group) => group.rules.length > 0);
}

/** The rule that was made or changed last. */
export const newestRule = (rules: readonly Rule[]): Rule | undefined =>
  rules.toSorted(newestFirst)[0];
