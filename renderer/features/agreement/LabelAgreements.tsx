import type { LabelAgreement, Measure } from "../../../shared/features/agreement/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { BreakableName, Panel, ScrollRegion, Term } from "../../ui/index.ts";
import { MeasureBar } from "./MeasureBar.tsx";

const valueOf = (measure: Measure): number =>
  measure.state === "defined" ? measure.value : Number.POSITIVE_INFINITY;

/** How far people agree on each label by itself, the least agreed upon first. */
export function LabelAgreements(props: {
  labels: LabelAgreement[];
  nameOf: (labelId: string) => string;
}) {
  const sorted = props.labels.toSorted((a, b) => valueOf(a.measure) - valueOf(b.measure));
  return (
    <Panel
      title={<Term term={t("agreement.labels.term")}>{t("agreement.labels.title")}</Term>}
      className="min-w-0"
    >
      <ScrollRegion
        aria-label={t("agreement.labels.title")}
        className="-m-4 max-h-96 overflow-auto p-4"
      >
        <ul className="flex flex-col gap-3">
          {sorted.map(({ labelId, uses, measure }) => (
            <li key={labelId} className="flex flex-col">
              <span className="flex min-w-0 items-baseline justify-between gap-3">
                <span className="min-w-0 font-medium">
                  <BreakableName name={props.nameOf(labelId)} />
                </span>
                <span className="shrink-0 text-xs text-muted">
                  {t("agreement.labels.uses", { uses, shown: formatNumber(uses) })}
                </span>
              </span>
              {measure.state === "undefined" && measure.reason === "noVariation" ? (
                <p className="text-sm text-muted">{t("agreement.labels.always")}</p>
              ) : (
                <MeasureBar measure={measure} />
              )}
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Panel>
  );
}
