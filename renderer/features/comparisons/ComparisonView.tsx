import { useMutation, useQuery } from "@tanstack/react-query";
import type { Comparison } from "../../../shared/features/comparisons/contract.ts";
import type { TrainingRun } from "../../../shared/features/training/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { useJob } from "../../client/use-job.ts";
import { Button, Notice, Panel, ProgressBar, StoredErrorNotice } from "../../ui/index.ts";
import { ClassifyView } from "./ClassifyView.tsx";
import { StartComparison } from "./StartComparison.tsx";
import { WriteView } from "./WriteView.tsx";

/** One comparison, whatever state it is in. */
export function ComparisonView(props: { comparison: Comparison; run: TrainingRun }) {
  const { comparison } = props;
  const isRunning = comparison.state === "running" || comparison.state === "queued";
  if (isRunning) return <ComparisonProgress jobId={comparison.jobId} />;
  if (comparison.state !== "done")
    return (
      <>
        {comparison.state === "failed" ? <JobFailure jobId={comparison.jobId} /> : null}
        <StartComparison run={props.run} />
      </>
    );
  return (
    <>
      {comparison.baseIsUntrainedBaseline ? <Notice>{t("comparisons.baseline")}</Notice> : null}
      {comparison.unscored > 0 ? (
        <Notice tone="warning">{t("comparisons.unscored", { count: comparison.unscored })}</Notice>
      ) : null}
      {comparison.result?.kind === "classify" || comparison.result?.kind === "tag" ? (
        <ClassifyView comparison={comparison} result={comparison.result} />
      ) : null}
      {comparison.result?.kind === "write" ? (
        <WriteView comparison={comparison} result={comparison.result} />
      ) : null}
    </>
  );
}

function JobFailure(props: { jobId: string }) {
  const job = useQuery(orpc.jobs.get.queryOptions({ input: { jobId: props.jobId } })).data;
  return job?.error ? <StoredErrorNotice error={job.error} /> : null;
}

function ComparisonProgress(props: { jobId: string }) {
  const job = useJob(props.jobId);
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  if (!job) return null;
  const phase = t(`jobs.phase.${job.progress.phase}`);
  return (
    <Panel>
      <div className="flex items-center gap-4">
        <div className="flex-1">
          <p className="mb-1.5 text-sm text-muted">{phase}</p>
          <ProgressBar label={phase} done={job.progress.done} total={job.progress.total} />
        </div>
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ jobId: props.jobId })}>
          {t("common.cancel")}
        </Button>
      </div>
    </Panel>
  );
}
