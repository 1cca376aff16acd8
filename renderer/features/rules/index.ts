export { MakeRuleDialog } from "./MakeRuleDialog.tsx";
export { openRuleMaking, type RuleSource } from "./open.ts";
export { RuleList } from "./RuleList.tsx";
export { RuleNotice } from "./RuleNotice.tsx";
export { RulesEditor } from "./RulesEditor.tsx";
export { useRules } from "./use-rules.ts";
