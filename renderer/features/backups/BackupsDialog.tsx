import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Backup, ClosedProject } from "../../../shared/features/backups/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatBytes, formatNumber, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Dialog, EmptyState, ErrorNotice, ProgressBar } from "../../ui/index.ts";
import { BackupTable } from "./BackupTable.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { useOpenCopy } from "./use-open-copy.ts";
import { useBackupStatus } from "./use-status.ts";

/** The backups of the open project, or of one that is not open when `of` says which. */
export function BackupsDialog(props: {
  name: string;
  of?: ClosedProject;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { of, name } = props;
  const input = of ? { of } : {};
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const list = useQuery(orpc.backups.list.queryOptions({ input }));
  const openCopy = useOpenCopy({ onDamaged: setRestoring });
  if (restoring)
    return (
      <RestoreDialog
        backup={restoring}
        name={name}
        of={input}
        onClose={() => setRestoring(null)}
        onRestored={() => props.onOpenChange(false)}
      />
    );
  const backups = list.data?.backups ?? [];
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      width="wide"
      title={t("backups.title", { name })}
      description={t(of ? "backups.leadClosed" : "backups.lead")}
      footer={of ? null : <MakeNow />}
    >
      <div className="flex flex-col gap-3 pb-3">
        {openCopy.isError ? <ErrorNotice error={openCopy.error} /> : null}
        {list.isError ? <ErrorNotice error={list.error} /> : null}
        {list.data && backups.length === 0 ? (
          <EmptyState
            title={t("backups.none.title")}
            text={t(of ? "backups.none.closed" : "backups.none.text")}
          />
        ) : null}
        {backups.length > 0 ? (
          <BackupTable
            backups={backups}
            isBusy={openCopy.isPending}
            onRestore={setRestoring}
            onOpenCopy={(backup) => openCopy.mutate({ ...input, backupId: backup.backupId })}
          />
        ) : null}
        {list.data && backups.length > 0 ? (
          <Totals backups={backups} folder={list.data.folder} />
        ) : null}
      </div>
    </Dialog>
  );
}

function Totals(props: { backups: readonly Backup[]; folder: string }) {
  const there = props.backups.filter(({ state }) => state !== "erased");
  const size = formatBytes(there.reduce((sum, { bytes }) => sum + bytes, 0));
  return (
    <p className="text-xs break-words text-muted">
      {t("backups.total", { count: there.length, size })}.{" "}
      {t("backups.where", { folder: props.folder })}
    </p>
  );
}

function MakeNow() {
  const status = useBackupStatus();
  const make = useMutation(
    orpc.backups.make.mutationOptions({
      onSuccess: ({ examples }) =>
        showToast({ tone: "success", title: t("backups.made", { examples: examples ?? 0 }) }),
      onSettled: () => refreshProject(),
    }),
  );
  const running = status?.running ?? (make.isPending ? { done: 0, total: 0 } : null);
  const share = running && running.total > 0 ? running.done / running.total : null;
  const text =
    running === null
      ? t("backups.makeNow")
      : share === null
        ? t("backups.making")
        : t("backups.makingShare", { percent: formatNumber(Math.round(share * 100)) });
  return (
    <div className="flex flex-1 items-center gap-4">
      <div className="flex-1">
        {share === null || running === null ? null : (
          <ProgressBar label={t("backups.making")} done={running.done} total={running.total} />
        )}
      </div>
      <Button look="primary" disabled={running !== null} onClick={() => make.mutate({})}>
        {text}
      </Button>
    </div>
  );
}
