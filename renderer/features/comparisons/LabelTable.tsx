import { useState } from "react";
import type { LabelScore } from "../../../shared/features/comparisons/contract.ts";
import { formatNumber, formatPercent, t } from "../../client/text.ts";
import { Panel, ScrollRegion, Select, Term } from "../../ui/index.ts";

type Order = "worst" | "name" | "support";
const ORDERS: Record<Order, (a: LabelScore, b: LabelScore) => number> = {
  worst: (a, b) => a.tuned.f1 - b.tuned.f1,
  name: (a, b) => a.label.localeCompare(b.label),
  support: (a, b) => b.support - a.support,
};

/** How well each label is recognised, the worst first. */
export function LabelTable(props: { rows: LabelScore[] }) {
  const [order, setOrder] = useState<Order>("worst");
  const cell = "px-3 py-1 text-right tabular-nums";
  return (
    <Panel
      title={t("comparisons.labels.title")}
      actions={
        <Select
          label={t("comparisons.labels.order")}
          fieldClassName="flex-row items-center gap-2 [&>label]:text-xs [&>label]:font-normal [&>label]:text-muted"
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
        >
          {(Object.keys(ORDERS) as Order[]).map((each) => (
            <option key={each} value={each}>
              {t(`comparisons.labels.order.${each}`)}
            </option>
          ))}
        </Select>
      }
    >
      <ScrollRegion
        aria-label={t("comparisons.labels.title")}
        className="-m-4 max-h-96 overflow-auto"
      >
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-surface text-xs text-muted">
            <tr>
              <th className="px-4 py-2 text-left font-medium">{t("comparisons.labels.label")}</th>
              {(["support", "precision", "recall", "base", "tuned"] as const).map((name) => (
                <th key={name} className="px-3 py-2 text-right font-medium">
                  <Term term={t(`comparisons.labels.${name}.term`)}>
                    {t(`comparisons.labels.${name}`)}
                  </Term>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.toSorted(ORDERS[order]).map((row) => (
              <tr key={row.label} className="border-t border-line">
                <td className="max-w-56 truncate px-4 py-1" title={row.label}>
                  {row.label}
                </td>
                <td className={cell}>{formatNumber(row.support)}</td>
                <td className={cell}>{formatPercent(row.tuned.precision)}</td>
                <td className={cell}>{formatPercent(row.tuned.recall)}</td>
                <td className={`${cell} text-muted`}>{formatPercent(row.base.f1)}</td>
                <td className={`${cell} font-semibold`}>{formatPercent(row.tuned.f1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
