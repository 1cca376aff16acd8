import { useQuery } from "@tanstack/react-query";
import type { SwayReport } from "../../../shared/features/suggestions/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t, userLocale } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";

const wholePercent = new Intl.NumberFormat(userLocale, { style: "percent" });
const percentOf = ({ same, total }: SwayReport["shown"]): number =>
  total === 0 ? 0 : Math.round((100 * same) / total);
const shareOf = ({ same, total }: SwayReport["shown"]): string =>
  wholePercent.format(percentOf({ same, total }) / 100);
const points = (share: number): number => Math.round(Math.abs(share) * 100);

/** How far seeing suggestions moves the answers given; nothing where there were no suggestions. */
export function SwayCard() {
  const report = useQuery(orpc.suggestions.sway.queryOptions()).data;
  if (!report || report.shown.total + report.hidden.total === 0) return null;
  return (
    <Panel title={<Term term={t("suggestions.sway.term")}>{t("suggestions.sway.title")}</Term>}>
      <p className="max-w-prose text-pretty">{textOf(report)}</p>
      <p className="mt-2 text-sm text-muted">
        {t("suggestions.sway.counted", {
          shown: report.shown.total,
          hidden: report.hidden.total,
        })}
      </p>
    </Panel>
  );
}

function textOf(report: SwayReport): string {
  const { difference, missingHidden, missingShown } = report;
  if (difference === null)
    return missingHidden >= missingShown
      ? t("suggestions.sway.missingHidden", { missing: missingHidden })
      : t("suggestions.sway.missingShown", { missing: missingShown });
  const shares = { shown: shareOf(report.shown), hidden: shareOf(report.hidden) };
  const { low, high } = difference;
  // Of the shares as they are written beside it.
  const by = Math.abs(percentOf(report.shown) - percentOf(report.hidden));
  if (low > 0)
    return t("suggestions.sway.sways", {
      ...shares,
      by,
      low: points(low),
      high: points(high),
    });
  return high < 0
    ? t("suggestions.sway.against", { ...shares, by })
    : t("suggestions.sway.unclear", { ...shares, high: points(high) });
}
