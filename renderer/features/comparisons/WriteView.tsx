import type { Comparison, WriteResult } from "../../../shared/features/comparisons/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";
import { DuelDesk } from "./DuelDesk.tsx";
import { IntervalBar } from "./IntervalBar.tsx";

/** Blind votes side by side, and what they say so far. */
export function WriteView(props: { comparison: Comparison; result: WriteResult }) {
  const { comparison, result } = props;
  const { votes } = result;
  const voted = votes.tuned + votes.base + votes.tie + votes.bothBad;
  return (
    <>
      <DuelDesk comparisonId={comparison.comparisonId} hasVotes={voted > 0} />
      <Panel title={t("comparisons.votes.title")}>
        <p className="mb-3 max-w-prose text-base font-semibold">
          {t(`comparisons.verdict.${result.verdict}`, {
            test: formatNumber(votes.base + votes.tuned),
            base: formatNumber(votes.base),
            tuned: formatNumber(votes.tuned),
          })}
        </p>
        {result.winRate ? (
          <>
            <h3 className="mb-1.5 text-sm font-semibold">
              <Term term={t("comparisons.winRate.term")}>{t("comparisons.winRate.name")}</Term>
            </h3>
            <IntervalBar name={t("comparisons.side.tuned")} share={result.winRate} strong />
          </>
        ) : null}
        <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2 text-sm">
          {(["tuned", "base", "tie", "bothBad", "left"] as const).map((name) => (
            <div key={name}>
              <dt className="text-xs text-muted">{t(`comparisons.votes.${name}`)}</dt>
              <dd className="text-base font-semibold tabular-nums">{formatNumber(votes[name])}</dd>
            </div>
          ))}
        </dl>
        {votes.left > 0 ? (
          <p className="mt-3 text-xs text-muted">
            {t("comparisons.votes.open", {
              voted: formatNumber(voted),
              total: formatNumber(voted + votes.left),
            })}
          </p>
        ) : null}
      </Panel>
    </>
  );
}
