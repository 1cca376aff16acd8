import { useEffect, useRef } from "react";
import { isFinished, type Job } from "../../../shared/features/jobs/contract.ts";
import { textOfStored } from "../../client/errors.ts";
import { rpc } from "../../client/rpc.ts";
import { formatPercent, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { useJob } from "../../client/use-job.ts";
import { goTo, useNavigation } from "../../navigation/navigation.ts";
import { ProgressBar } from "../../ui/index.ts";
import { changeDraft, useImportDraft } from "./draft.ts";
import { paceOf } from "./pace.ts";
import { timeLeft, useClock } from "./PaceLine.tsx";
import { useLater } from "./use-later.ts";

/** The import under way, in sight on every other screen; its end is told there, too. */
export function ImportIndicator(props: { projectId: string }) {
  const { projectId } = props;
  const draft = useImportDraft(projectId);
  const step = useNavigation((state) => state.place.step);
  const job = useJob(draft.running?.jobId);
  useImportInProgress(projectId);
  const name = draft.file?.name ?? t("imports.running.untitled");
  useEndOf(job, projectId, name, step === "bring");
  const goesOn = job !== null && !isFinished(job.state);
  const slow = useLater(goesOn);
  if (!goesOn || !slow || step === "bring") return null;
  return <Indicator job={job} name={name} />;
}

function Indicator(props: { job: Job; name: string }) {
  const { progress, startedAtMs } = props.job;
  const { done, total } = progress;
  const nowMs = useClock();
  const pace =
    startedAtMs === null
      ? null
      : paceOf({ atMs: startedAtMs, done: 0 }, { atMs: nowMs, done, total });
  return (
    <button
      type="button"
      onClick={() => goTo({ step: "bring" })}
      className="flex flex-col gap-1 border-t border-line px-3 py-2 text-left text-xs hover:bg-hover"
    >
      <span className="w-full truncate font-medium" title={props.name} dir="auto">
        {t("imports.running.title", { name: props.name })}
      </span>
      <ProgressBar
        label={t("imports.running.title", { name: props.name })}
        done={done}
        total={total}
      />
      <span className="text-muted tabular-nums">
        {total ? formatPercent(Math.min(1, done / total)) : t("imports.running.starting")}
        {pace && pace.secondsLeft !== null ? ` · ${timeLeft(pace.secondsLeft)}` : ""}
      </span>
    </button>
  );
}

/** After a reload, finds the import that is still running. */
function useImportInProgress(projectId: string): void {
  useEffect(() => {
    let left = false;
    async function find() {
      const jobs = await rpc.jobs.list({ active: true });
      const job = jobs.find((active) => active.kind === "import");
      if (left || !job?.subjectId) return;
      changeDraft(projectId, { running: { jobId: job.jobId, importId: job.subjectId } });
    }
    // Without an answer there is simply nothing to show.
    find().catch(() => {});
    return () => {
      left = true;
    };
  }, [projectId]);
}

/** A cancelled import leads back to its review; one that ends out of sight is told about. */
function useEndOf(job: Job | null, projectId: string, name: string, inSight: boolean): void {
  const told = useRef("");
  useEffect(() => {
    if (!job || !isFinished(job.state) || told.current === job.jobId) return;
    told.current = job.jobId;
    if (job.state === "cancelled") changeDraft(projectId, { running: null, cancelled: true });
    else if (!inSight) tellEnd(job, name);
  }, [job, projectId, name, inSight]);
}

function tellEnd(job: Job, name: string): void {
  const action = {
    label: t("imports.ended.show"),
    run: () => goTo({ step: "bring" }),
  };
  if (job.state === "done")
    showToast({
      tone: "success",
      topic: "import",
      title: t("imports.ended.done", { name }),
      action,
    });
  else {
    const text = textOfStored(job.error ?? { code: "interrupted", params: {} });
    showToast({ tone: "danger", topic: "import", title: text.what, text: text.safe, action });
  }
}
