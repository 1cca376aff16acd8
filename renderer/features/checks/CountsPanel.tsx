import type { ReactNode } from "react";
import type { CheckReport } from "../../../shared/features/checks/contract.ts";
import type { Split } from "../../../shared/features/versions/split.ts";
import { formatNumber, formatPercent, t } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";

const SPLITS: Split[] = ["train", "validation", "test"];

/** How much there is: examples, the parts that came with the file, and length. */
export function CountsPanel({ report }: { report: CheckReport }) {
  const { counts, tokens } = report;
  const inSplits = SPLITS.reduce((sum, split) => sum + counts.perSplit[split], 0);
  return (
    <Panel title={t("checks.counts")}>
      <dl className="flex flex-col gap-1">
        <Row name={t("checks.counts.examples")} value={counts.examples} strong />
        <Row name={t("checks.counts.labelled")} value={counts.labelled} />
        <Row name={t("checks.counts.unlabelled")} value={counts.unlabelled} />
        {counts.skipped > 0 ? (
          <Row name={t("checks.counts.skipped")} value={counts.skipped} />
        ) : null}
      </dl>
      <h3 className="mt-4 mb-1 text-xs font-semibold text-muted">{t("checks.splits")}</h3>
      {inSplits === 0 ? (
        <p className="text-sm text-muted">{t("checks.splits.none")}</p>
      ) : (
        <dl className="flex flex-col gap-1">
          {SPLITS.map((split) => (
            <Row
              key={split}
              name={
                <Term term={t(`common.split.${split}.term`)}>{t(`common.split.${split}`)}</Term>
              }
              value={counts.perSplit[split]}
              share={counts.perSplit[split] / inSplits}
            />
          ))}
          {inSplits < counts.examples ? (
            <Row name={t("checks.splits.rest")} value={counts.examples - inSplits} />
          ) : null}
        </dl>
      )}
      <h3 className="mt-4 mb-1 text-xs font-semibold text-muted">
        <Term term={t("checks.tokens.term")}>{t("checks.tokens")}</Term>
      </h3>
      <dl className="flex flex-col gap-1">
        <Row name={t("checks.tokens.median")} value={tokens.median} />
        <Row name={t("checks.tokens.p95")} value={tokens.p95} />
        <Row name={t("checks.tokens.longest")} value={tokens.longest} />
        <Row name={t("checks.tokens.limit")} value={tokens.limit} />
        <Row name={t("checks.tokens.total")} value={tokens.total} />
      </dl>
      {tokens.estimate ? (
        <p className="mt-1.5 text-xs text-muted">{t("checks.tokens.estimate")}</p>
      ) : null}
    </Panel>
  );
}

function Row(props: { name: ReactNode; value: number; share?: number; strong?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt>{props.name}</dt>
      <dd className={`tabular-nums ${props.strong ? "font-semibold" : ""}`}>
        {props.share === undefined ? null : (
          <span className="pr-3 text-xs text-muted">{formatPercent(props.share)}</span>
        )}
        <span className="inline-block min-w-14 text-right">{formatNumber(props.value)}</span>
      </dd>
    </div>
  );
}
