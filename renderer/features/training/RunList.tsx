import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isFinished } from "../../../shared/features/jobs/contract.ts";
import type { TrainingRun } from "../../../shared/features/training/contract.ts";
import { textOfStored } from "../../client/errors.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { useJob } from "../../client/use-job.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Badge, Button, Notice, Panel, ProgressBar, StoredErrorNotice } from "../../ui/index.ts";
import { RunDetail } from "./RunDetail.tsx";
import { useRun } from "./use-run.ts";

const TONES = {
  queued: "neutral",
  running: "accent",
  done: "success",
  failed: "danger",
  cancelled: "neutral",
  interrupted: "warning",
} as const;

/** Every training, newest first; the running ones with real progress and a way to cancel. */
export function RunList(props: { runs: TrainingRun[] }) {
  return (
    <Panel title={t("training.runs.title")}>
      <ol className="-my-4 divide-y divide-line">
        {props.runs.map((run) => (
          <RunRow key={run.jobId} run={run} />
        ))}
      </ol>
    </Panel>
  );
}

function RunRow(props: { run: TrainingRun }) {
  const { run } = props;
  const [open, setOpen] = useState(false);
  const isOpen = !isFinished(run.state);
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-medium">
          {t(`training.provider.${run.providerId}.name`)}
          <span className="font-normal text-muted">
            {" "}
            · {t("training.versionName", { number: run.versionNumber })}
            {run.connectionName ? ` · ${run.connectionName} · ${run.baseModel}` : ""}
          </span>
        </p>
        <Badge tone={TONES[run.state]}>{t(`jobs.state.${run.state}`)}</Badge>
        <span className="ml-auto text-xs text-muted">{formatDateTime(run.createdAtMs)}</span>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "training.runs.less" : "training.runs.more")}
        </Button>
        {run.state === "done" ? (
          <Button
            size="small"
            look="primary"
            onClick={() => goTo({ step: "compare", subjectId: run.jobId })}
          >
            {t("training.runs.compare")}
          </Button>
        ) : null}
      </div>
      {isOpen ? <RunProgress jobId={run.jobId} /> : null}
      {run.error && run.state === "failed" ? <StoredErrorNotice error={run.error} /> : null}
      {open ? <RunDetail jobId={run.jobId} isRunning={isOpen} /> : null}
    </li>
  );
}

function RunProgress(props: { jobId: string }) {
  const job = useJob(props.jobId);
  const run = useRun(props.jobId, true);
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  if (!job) return null;
  const phase = t(`jobs.phase.${job.progress.phase}`);
  return (
    <>
      <div className="flex items-center gap-3">
        <div className="flex-1">
          <p className="mb-1 text-xs text-muted">
            {phase}
            {run?.remoteStatus
              ? ` · ${t("training.runs.remoteStatus", { status: run.remoteStatus })}`
              : ""}
          </p>
          <ProgressBar label={phase} done={job.progress.done} total={job.progress.total} />
        </div>
        <Button
          size="small"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ jobId: props.jobId })}
        >
          {t("common.cancel")}
        </Button>
      </div>
      {run?.trouble ? (
        <Notice tone="warning" role="status" title={textOfStored(run.trouble).what}>
          {t("training.runs.stillTrying", { since: formatDateTime(run.trouble.sinceMs) })}
        </Notice>
      ) : null}
    </>
  );
}
