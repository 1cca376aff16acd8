import { useState } from "react";
import type { LabelScore } from "../../../shared/features/comparisons/contract.ts";
import { formatNumber, formatPercent, t } from "../../client/text.ts";
import {
  BreakableName,
  Cell,
  HeadCell,
  Panel,
  ScrollRegion,
  Select,
  Table,
  TableRow,
  Term,
} from "../../ui/index.ts";

type Order = "worst" | "name" | "support";
const ORDERS: Record<Order, (a: LabelScore, b: LabelScore) => number> = {
  worst: (a, b) => a.tuned.f1 - b.tuned.f1,
  name: (a, b) => a.label.localeCompare(b.label),
  support: (a, b) => b.support - a.support,
};

/** How well each label is recognised, the worst first. */
export function LabelTable(props: { rows: LabelScore[] }) {
  const [order, setOrder] = useState<Order>("worst");
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
        <Table
          head={
            <>
              <HeadCell>{t("comparisons.labels.label")}</HeadCell>
              {(["support", "precision", "recall", "base", "tuned"] as const).map((name) => (
                <HeadCell key={name} number>
                  <Term term={t(`comparisons.labels.${name}.term`)}>
                    {t(`comparisons.labels.${name}`)}
                  </Term>
                </HeadCell>
              ))}
            </>
          }
        >
          {props.rows.toSorted(ORDERS[order]).map((row) => (
            <TableRow key={row.label}>
              <Cell>
                <BreakableName name={row.label} />
              </Cell>
              <Cell number>{formatNumber(row.support)}</Cell>
              <Cell number>{formatPercent(row.tuned.precision)}</Cell>
              <Cell number>{formatPercent(row.tuned.recall)}</Cell>
              <Cell number className="text-muted">
                {formatPercent(row.base.f1)}
              </Cell>
              <Cell number className="font-semibold">
                {formatPercent(row.tuned.f1)}
              </Cell>
            </TableRow>
          ))}
        </Table>
      </ScrollRegion>
    </Panel>
  );
}
