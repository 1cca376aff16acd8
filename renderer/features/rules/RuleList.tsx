import type { Label } from "../../../shared/features/definitions/contract.ts";
import { groupRules, newestRule } from "../../../shared/features/rules/group-rules.ts";
import { t } from "../../client/text.ts";
import { LabelChip, ScrollRegion } from "../../ui/index.ts";
import { RuleLine } from "./RuleLine.tsx";
import { useRules } from "./use-rules.ts";

/** The rules beside the example they are for: those about its labels first. Nothing while there are none. */
export function RuleList(props: {
  labels: readonly Label[];
  firstLabelIds?: readonly string[] | undefined;
  className?: string;
}) {
  const rules = useRules();
  if (rules.length === 0) return null;
  const labelIds = props.labels.map(({ labelId }) => labelId);
  const groups = groupRules(rules, labelIds, props.firstLabelIds);
  const newest = newestRule(rules);
  return (
    <ScrollRegion aria-label={t("rules.title")} className={props.className}>
      <h3 className="mb-2 text-sm font-semibold">{t("rules.title")}</h3>
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <section key={group.labelId}>
            <h4 className="mb-1 text-sm font-medium">
              <GroupName labelId={group.labelId} labels={props.labels} />
            </h4>
            <ul className="flex flex-col gap-2">
              {group.rules.map((rule) => (
                <li key={rule.ruleId}>
                  <RuleLine rule={rule} isNewest={rule === newest} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ScrollRegion>
  );
}

/** The label that a group of rules is about. */
export function GroupName(props: { labelId: string | null; labels: readonly Label[] }) {
  const label = props.labels.find(({ labelId }) => labelId === props.labelId);
  return label ? (
    <LabelChip name={label.name} colour={label.colour} />
  ) : (
    <span className="text-muted">{t("rules.general")}</span>
  );
}
