import type { CheckReport } from "../../../shared/features/checks/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Notice } from "../../ui/index.ts";

/** The headline: ready, ready with reservations, or what stands in the way. */
export function Verdict({ report }: { report: CheckReport }) {
  const blockers = report.findings.filter((finding) => finding.severity === "blocker").length;
  const warnings = report.findings.filter((finding) => finding.severity === "warning").length;
  const labelled = formatNumber(report.counts.labelled);
  if (!report.ready)
    return (
      <Notice tone="danger" title={t("checks.verdict.notReady", { blockers })}>
        {t("checks.verdict.notReadyText", { blockers })}
      </Notice>
    );
  return (
    <Notice
      tone={warnings > 0 ? "warning" : "success"}
      title={t(warnings > 0 ? "checks.verdict.readyWithWarnings" : "checks.verdict.ready", {
        warnings,
        labelled,
      })}
      action={<Button onClick={() => goTo({ step: "train" })}>{t("checks.verdict.train")}</Button>}
    >
      {t(warnings > 0 ? "checks.verdict.readyWithWarningsText" : "checks.verdict.readyText")}
    </Notice>
  );
}
