import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CheckReport } from "../../../shared/features/checks/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { isReadOnly } from "../../client/read-only.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import {
  Button,
  EmptyState,
  ErrorNotice,
  Notice,
  ScreenFrame,
  WorkingNote,
} from "../../ui/index.ts";
import { SwayCard } from "../suggestions/index.ts";
import { Findings } from "./Findings.tsx";
import { LabelBars } from "./LabelBars.tsx";
import { CountsPanel } from "./CountsPanel.tsx";
import { Verdict } from "./Verdict.tsx";

/** Is what we have good enough to train on, and if not, what helps? */
export function CheckScreen() {
  const latest = useQuery(orpc.checks.latest.queryOptions());
  const run = useMutation(
    orpc.checks.run.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: () => refreshProject(),
    }),
  );
  const neverRan = latest.data === null && run.isIdle && !isReadOnly();
  const { mutate } = run;
  useEffect(() => {
    if (neverRan) mutate({});
  }, [neverRan, mutate]);
  const report = latest.data;
  return (
    <ScreenFrame
      wide
      title={t("common.step.check")}
      lead={report ? t("checks.ranAt", { when: formatDateTime(report.ranAtMs) }) : t("checks.lead")}
      actions={
        <Button writes disabled={run.isPending} onClick={() => mutate({})}>
          {t("checks.again")}
        </Button>
      }
    >
      {latest.isError ? <ErrorNotice error={latest.error} /> : null}
      {run.isError ? <ErrorNotice error={run.error} /> : null}
      {run.isPending ? <WorkingNote text={t("checks.running")} /> : null}
      {report ? <Report report={report} running={run.isPending} onRun={() => mutate({})} /> : null}
    </ScreenFrame>
  );
}

function Report(props: { report: CheckReport; running: boolean; onRun: () => void }) {
  const { report } = props;
  if (report.counts.examples === 0 && !report.outdated)
    return (
      <EmptyState
        title={t("checks.nothing.title")}
        text={t("checks.nothing.text")}
        action={
          <Button look="primary" onClick={() => goTo({ step: "bring" })}>
            {t("checks.nothing.action")}
          </Button>
        }
      />
    );
  return (
    <>
      {report.outdated && !props.running ? (
        <Notice
          title={t("checks.outdated")}
          action={
            <Button writes look="primary" onClick={props.onRun}>
              {t("checks.again")}
            </Button>
          }
        >
          {t("checks.outdatedText")}
        </Notice>
      ) : null}
      <Verdict report={report} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Findings findings={report.findings} counts={report.counts} onFixed={props.onRun} />
          {report.counts.perLabel.length > 0 ? (
            <LabelBars counts={report.counts.perLabel} findings={report.findings} />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CountsPanel report={report} />
          <SwayCard />
        </div>
      </div>
    </>
  );
}
