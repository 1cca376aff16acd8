import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { formatDateTime, formatPercent, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { useJob } from "../../client/use-job.ts";
import { Button, Dialog, ErrorNotice, ProgressBar } from "../../ui/index.ts";
import { useLater } from "./use-later.ts";

/** Says what goes and that undo brings it back, before an import is taken out again. */
export function TakeBackDialog(props: { record: ImportRecord; onClose: () => void }) {
  const { record, onClose } = props;
  const takeBack = useMutation({
    ...orpc.imports.takeBack.mutationOptions({
      onSuccess: async () => {
        onClose();
        showToast({
          tone: "info",
          topic: "travel",
          title: t("imports.takeBack.done", { name: record.fileName }),
          action: { label: t("common.undo"), run: () => void undo() },
        });
        await refreshProject();
      },
    }),
    meta: { showsItsOwnError: true },
  });
  const slow = useLater(takeBack.isPending);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("imports.takeBack.title", { name: record.fileName })}
      description={t("imports.takeBack.description", {
        examples: record.imported,
        when: formatDateTime(record.importedAtMs),
      })}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            writes
            look="danger"
            disabled={takeBack.isPending}
            onClick={() => takeBack.mutate({ importId: record.importId })}
          >
            {t("imports.takeBack.do")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-1.5 pb-3">
        <p>{t("imports.takeBack.answers")}</p>
        {record.updated > 0 ? (
          <p>{t("imports.takeBack.updated", { examples: record.updated })}</p>
        ) : null}
        <p className="text-muted">{t("imports.takeBack.undo")}</p>
      </div>
      {slow ? <Progress fileName={record.fileName} /> : null}
      {takeBack.isError ? <ErrorNotice error={takeBack.error} /> : null}
    </Dialog>
  );
}

/** A large import leaves as a job, which can be stopped as long as its examples are on their way. */
function Progress(props: { fileName: string }) {
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  useEffect(() => {
    let left = false;
    async function find() {
      const jobs = await rpc.jobs.list({ active: true });
      const found = jobs.find(({ kind }) => kind === "takeBack");
      if (!left && found) setJobId(found.jobId);
    }
    // Without an answer the dialog simply waits.
    find().catch(() => {});
    return () => {
      left = true;
    };
  }, []);
  if (!job) return null;
  const { done, total } = job.progress;
  return (
    <div className="flex flex-col gap-2 pb-3">
      <ProgressBar
        label={t("imports.takeBack.named", { name: props.fileName })}
        done={done}
        total={total}
      />
      <p className="flex items-center justify-between text-sm text-muted tabular-nums">
        {total
          ? t("imports.takeBack.share", { share: formatPercent(Math.min(1, done / total)) })
          : ""}
        <Button
          size="small"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ jobId: job.jobId })}
        >
          {t("imports.takeBack.stop")}
        </Button>
      </p>
    </div>
  );
}
