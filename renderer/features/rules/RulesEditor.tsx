import { clsx } from "clsx";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Rule } from "../../../shared/features/rules/contract.ts";
import {
  groupRules,
  newestRule,
  type RuleGroup,
} from "../../../shared/features/rules/group-rules.ts";
import { t } from "../../client/text.ts";
import { Button, LabelChip, ScrollRegion } from "../../ui/index.ts";
import { ChangeRuleDialog, RetireRuleDialog } from "./ChangeRuleDialog.tsx";
import { MakeRuleDialog } from "./MakeRuleDialog.tsx";
import { openRuleMaking } from "./open.ts";
import { RuleLine } from "./RuleLine.tsx";
import { GroupName } from "./RuleList.tsx";
import { useRules } from "./use-rules.ts";

type Order = "label" | "day";
type Open = { what: "change" | "retire"; rule: Rule } | null;

const byDay = (rules: readonly Rule[]): RuleGroup[] => [
  { labelId: null, rules: rules.toSorted((a, b) => b.changedAtMs - a.changedAtMs) },
];

/** All rules, to be put in order, changed and retired. */
export function RulesEditor({ labels }: { labels: readonly Label[] }) {
  const rules = useRules();
  const [order, setOrder] = useState<Order>("label");
  const [open, setOpen] = useState<Open>(null);
  const newest = newestRule(rules);
  const groups =
    order === "day"
      ? byDay(rules)
      : groupRules(
          rules,
          labels.map(({ labelId }) => labelId),
        );
  const close = () => setOpen(null);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3 px-4 pt-3">
        <p className="max-w-prose text-muted">{t("rules.lead")}</p>
        <div className="flex items-center gap-3">
          {rules.length > 1 ? <OrderChoice order={order} onChoose={setOrder} /> : null}
          <Button
            writes
            onClick={() => openRuleMaking({ current: null, answered: null, first: "current" })}
          >
            <Plus aria-hidden className="size-4" />
            {t("rules.add")}
          </Button>
        </div>
      </div>
      <ScrollRegion aria-label={t("rules.tab")} className="min-h-0 flex-1 overflow-auto px-4 py-3">
        {rules.length === 0 ? <p className="text-muted">{t("rules.none")}</p> : null}
        <div className="flex max-w-4xl flex-col gap-5">
          {rules.length === 0
            ? null
            : groups.map((group) => (
                <section key={group.labelId}>
                  {order === "label" ? (
                    <h2 className="mb-1">
                      <GroupName labelId={group.labelId} labels={labels} />
                    </h2>
                  ) : null}
                  <ul className="divide-y divide-line border-y border-line">
                    {group.rules.map((rule) => (
                      <li key={rule.ruleId} className="flex items-start gap-3 py-2">
                        <div className="min-w-0 flex-1">
                          <RuleLine rule={rule} isNewest={rule === newest} />
                          {order === "day" ? <RuleLabels rule={rule} labels={labels} /> : null}
                        </div>
                        <RuleActions rule={rule} onOpen={setOpen} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
        </div>
      </ScrollRegion>
      {open?.what === "change" ? (
        <ChangeRuleDialog rule={open.rule} labels={labels} onClose={close} />
      ) : null}
      {open?.what === "retire" ? <RetireRuleDialog rule={open.rule} onClose={close} /> : null}
      <MakeRuleDialog labels={labels} />
    </>
  );
}

function RuleActions({ rule, onOpen }: { rule: Rule; onOpen: (open: Open) => void }) {
  return (
    <div className="flex shrink-0 gap-1">
      <Button
        writes
        size="small"
        aria-label={t("rules.change.named", { rule: rule.body })}
        onClick={() => onOpen({ what: "change", rule })}
      >
        {t("rules.change")}
      </Button>
      <Button
        writes
        size="small"
        look="quiet"
        aria-label={t("rules.retire.named", { rule: rule.body })}
        onClick={() => onOpen({ what: "retire", rule })}
      >
        {t("rules.retire")}
      </Button>
    </div>
  );
}

function RuleLabels({ rule, labels }: { rule: Rule; labels: readonly Label[] }) {
  const named = labels.filter(({ labelId }) => rule.labelIds.includes(labelId));
  if (named.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {named.map(({ labelId, name, colour }) => (
        <LabelChip key={labelId} name={name} colour={colour} />
      ))}
    </p>
  );
}

function OrderChoice(props: { order: Order; onChoose: (order: Order) => void }) {
  return (
    <fieldset
      aria-label={t("rules.sort")}
      className="flex rounded-md border border-line bg-sunken p-0.5"
    >
      {(["label", "day"] as const).map((order) => (
        <button
          key={order}
          type="button"
          aria-pressed={order === props.order}
          onClick={() => props.onChoose(order)}
          className={clsx(
            "h-7 rounded px-2.5 text-sm whitespace-nowrap",
            order === props.order
              ? "bg-surface font-semibold shadow-sm"
              : "text-muted hover:text-ink",
          )}
        >
          {t(`rules.sort.${order}`)}
        </button>
      ))}
    </fieldset>
  );
}
