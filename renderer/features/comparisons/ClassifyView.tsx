import { clsx } from "clsx";
import { useState } from "react";
import type {
  ClassifyResult,
  Comparison,
  TagResult,
} from "../../../shared/features/comparisons/contract.ts";
import { formatNumber, formatPercent, t } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";
import { ConfusionList } from "./ConfusionList.tsx";
import { IntervalBar } from "./IntervalBar.tsx";
import { ItemList, type ItemChoice } from "./ItemList.tsx";
import { LabelTable } from "./LabelTable.tsx";

/** The verdict first, then the numbers behind it, then the examples behind the numbers. */
export function ClassifyView(props: {
  comparison: Comparison;
  result: ClassifyResult | TagResult;
}) {
  const { comparison, result } = props;
  const [choice, setChoice] = useState<ItemChoice>({ show: "tunedWrong" });
  return (
    <>
      <Panel>
        <p className="mb-4 max-w-prose text-lg font-semibold">
          {t(`comparisons.verdict.${result.verdict}`, {
            test: formatNumber(result.test),
            base: formatPercent(result.base.accuracy.value),
            tuned: formatPercent(result.tuned.accuracy.value),
          })}
        </p>
        <Scores result={result} />
        <p className="mt-4 max-w-prose text-sm text-muted">
          {t("comparisons.difference", {
            difference: formatPercent(result.difference.accuracy),
            low: formatPercent(result.difference.low),
            high: formatPercent(result.difference.high),
            onlyTuned: formatNumber(result.difference.onlyTunedRight),
            onlyBase: formatNumber(result.difference.onlyBaseRight),
          })}{" "}
          <Term
            term={t("comparisons.mcnemar", {
              p: result.difference.pValue < 0.001 ? "< 0.001" : result.difference.pValue.toFixed(3),
            })}
          >
            {t("comparisons.howSure")}
          </Term>
        </p>
      </Panel>
      <div
        className={clsx(
          "grid gap-4",
          result.kind === "classify" && "lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]",
        )}
      >
        <LabelTable rows={result.perLabel} />
        {result.kind === "classify" ? (
          <ConfusionList
            confusions={result.confusions}
            onChoose={(confusion) => setChoice({ show: "all", confusion })}
          />
        ) : null}
      </div>
      <ItemList comparisonId={comparison.comparisonId} choice={choice} onChoose={setChoice} />
    </>
  );
}

function measuresOf(result: ClassifyResult | TagResult) {
  const { base, tuned } = result;
  if (result.kind === "tag")
    return [
      { measure: "exact", base: base.accuracy, tuned: tuned.accuracy },
      { measure: "microF1", base: result.base.microF1, tuned: result.tuned.microF1 },
    ] as const;
  return [
    { measure: "accuracy", base: base.accuracy, tuned: tuned.accuracy },
    { measure: "macroF1", base: result.base.macroF1, tuned: result.tuned.macroF1 },
  ] as const;
}

function Scores(props: { result: ClassifyResult | TagResult }) {
  return (
    <div className="flex flex-col gap-4">
      {measuresOf(props.result).map(({ measure, base, tuned }) => (
        <section key={measure} className="flex flex-col gap-1.5">
          <h3 className="text-sm font-semibold">
            <Term term={t(`comparisons.${measure}.term`)}>{t(`comparisons.${measure}.name`)}</Term>
          </h3>
          <IntervalBar name={t("comparisons.side.base")} share={base} />
          <IntervalBar name={t("comparisons.side.tuned")} share={tuned} strong />
        </section>
      ))}
    </div>
  );
}
