import { useMutation, useQuery } from "@tanstack/react-query";
import { isFinished, type Job } from "../../../shared/features/jobs/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { useJob } from "../../client/use-job.ts";
import { Button, Panel, ScreenFrame, StoredErrorNotice } from "../../ui/index.ts";
import { changeDraft, type ImportDraft, startDraft } from "./draft.ts";
import { EarlierImports } from "./EarlierImports.tsx";
import { ImportResult } from "./ImportResult.tsx";
import { PaceLine } from "./PaceLine.tsx";
import { StepBar } from "./StepBar.tsx";
import { useGoOn } from "./use-go-on.ts";
import { useLater } from "./use-later.ts";
import { standingOf } from "./wizard-steps.ts";

interface UnderWayProps {
  project: ProjectInfo;
  draft: ImportDraft;
  running: { jobId: string; importId: string };
}

/** One import from its start to its result. */
export function ImportUnderWay(props: UnderWayProps) {
  const { project, draft, running } = props;
  const job = useJob(running.jobId);
  const record = useQuery(orpc.imports.list.queryOptions()).data?.find(
    (entry) => entry.importId === running.importId,
  );
  const another = () => void startDraft(project.id, null);
  if (job && (job.state === "failed" || job.state === "interrupted"))
    return <Failed job={job} onBack={() => changeDraft(project.id, { running: null })} />;
  if (job?.state === "done" && record)
    return (
      <ScreenFrame title={t("imports.title")} wide>
        <StepBar standing={standing("ended")} onStep={another} />
        <ImportResult record={record} onAnother={another} />
        <EarlierImports exceptImportId={record.importId} />
      </ScreenFrame>
    );
  return (
    <ScreenFrame title={t("imports.title")} wide>
      <StepBar standing={standing("running")} />
      <Running job={job} name={draft.file?.name ?? ""} />
      <EarlierImports />
    </ScreenFrame>
  );
}

const standing = (job: "running" | "ended") =>
  standingOf({ page: "review", hasFile: true, canReview: true, job });

/** The file and every choice are still there: going back leads to the review. */
function Failed(props: { job: Job; onBack: () => void }) {
  useGoOn(props.onBack);
  return (
    <ScreenFrame title={t("imports.title")} wide>
      <StepBar standing={standing("ended")} onStep={props.onBack} />
      <StoredErrorNotice error={props.job.error ?? { code: "interrupted", params: {} }} />
      <Button className="self-start" onClick={props.onBack}>
        {t("common.back")}
      </Button>
      <EarlierImports />
    </ScreenFrame>
  );
}

function Running(props: { job: Job | null; name: string }) {
  const { job } = props;
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  const slow = useLater(true);
  const label = props.name
    ? t("imports.running.title", { name: props.name })
    : t("imports.running.untitled");
  if (!slow) return <div className="h-32" />;
  return (
    <Panel
      title={label}
      actions={
        <Button
          size="small"
          disabled={!job || isFinished(job.state) || cancel.isPending}
          onClick={() => job && cancel.mutate({ jobId: job.jobId })}
        >
          {t(cancel.isPending ? "imports.running.cancelling" : "imports.running.cancel")}
        </Button>
      }
    >
      <PaceLine
        label={label}
        phase={job ? t(`jobs.phase.${job.progress.phase}`) : t("imports.running.starting")}
        startedAtMs={job?.state === "running" ? job.startedAtMs : null}
        done={job?.progress.done ?? 0}
        total={job?.progress.total}
      />
      <p className="mt-2 text-sm text-muted">{t("imports.running.safe")}</p>
    </Panel>
  );
}
