import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isFinished, type Job } from "../../../shared/features/jobs/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatBytes, formatPercent, t } from "../../client/text.ts";
import { useJob } from "../../client/use-job.ts";
import { Button, Panel, ProgressBar, ScreenFrame, StoredErrorNotice } from "../../ui/index.ts";
import { changeDraft, type ImportDraft, startDraft } from "./draft.ts";
import { EarlierImports } from "./EarlierImports.tsx";
import { ImportResult } from "./ImportResult.tsx";
import { type Pace, paceOf } from "./pace.ts";

/** One import from its start to its result. */
export function ImportUnderWay(props: {
  project: ProjectInfo;
  draft: ImportDraft;
  running: { jobId: string; importId: string };
}) {
  const { project, running } = props;
  const job = useJob(running.jobId);
  const record = useQuery(orpc.imports.list.queryOptions()).data?.find(
    (entry) => entry.importId === running.importId,
  );
  const state = job?.state;
  useEffect(() => {
    if (state === "cancelled") changeDraft(project.id, { running: null, cancelled: true });
  }, [state, project.id]);

  if (job && (state === "failed" || state === "interrupted"))
    return (
      <ScreenFrame
        title={t("imports.title")}
        lead={t("imports.lead.result")}
        actions={
          <Button onClick={() => changeDraft(project.id, { running: null })}>
            {t("common.back")}
          </Button>
        }
      >
        <StoredErrorNotice error={job.error ?? { code: "interrupted", params: {} }} />
        <EarlierImports />
      </ScreenFrame>
    );
  if (state === "done" && record)
    return (
      <ScreenFrame title={t("imports.title")} lead={t("imports.lead.result")}>
        <ImportResult record={record} onAnother={() => startDraft(project.id, null)} />
        <EarlierImports exceptImportId={record.importId} />
      </ScreenFrame>
    );
  return (
    <ScreenFrame title={t("imports.title")} lead={t("imports.lead.running")}>
      <Running job={job} name={props.draft.file?.name ?? ""} />
      <EarlierImports />
    </ScreenFrame>
  );
}

function Running(props: { job: Job | null; name: string }) {
  const { job } = props;
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  const pace = usePace(job);
  const total = job?.progress.total;
  const label = props.name
    ? t("imports.running.title", { name: props.name })
    : t("imports.running.untitled");
  return (
    <Panel
      title={label}
      actions={
        <Button
          size="small"
          disabled={!job || isFinished(job.state) || cancel.isPending}
          onClick={() => job && cancel.mutate({ jobId: job.jobId })}
        >
          {t("common.cancel")}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        <ProgressBar label={label} done={job?.progress.done ?? 0} total={total} />
        <p className="flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">
          <span>{job ? t(`jobs.phase.${job.progress.phase}`) : t("imports.running.starting")}</span>
          {job && total ? (
            <span>
              {t("imports.running.share", {
                share: formatPercent(Math.min(1, job.progress.done / total)),
              })}
            </span>
          ) : null}
          {pace ? <PaceText pace={pace} /> : null}
        </p>
      </div>
    </Panel>
  );
}

function PaceText(props: { pace: Pace }) {
  const { perSecond, secondsLeft } = props.pace;
  return (
    <>
      <span>{t("imports.running.rate", { rate: formatBytes(perSecond) })}</span>
      {secondsLeft === null ? null : (
        <span>
          {secondsLeft < 90
            ? t("imports.running.left", { seconds: Math.round(secondsLeft) })
            : t("imports.running.leftMinutes", { minutes: Math.round(secondsLeft / 60) })}
        </span>
      )}
    </>
  );
}

const CLOCK_EVERY_MS = 500;

/** The mean pace since the job started, which jumps about less than the latest one. */
function usePace(job: Job | null): Pace | null {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), CLOCK_EVERY_MS);
    return () => clearInterval(clock);
  }, []);
  if (job?.state !== "running" || job.startedAtMs === null) return null;
  const { done, total } = job.progress;
  return paceOf({ atMs: job.startedAtMs, done: 0 }, { atMs: nowMs, done, total });
}
