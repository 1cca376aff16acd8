import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Backup, ClosedProject } from "../../../shared/features/backups/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Dialog, ErrorNotice, Notice } from "../../ui/index.ts";
import { countRestored } from "./restored.ts";

/** Says what will be there afterwards and that the present state is kept, then does it. */
export function RestoreDialog(props: {
  backup: Backup;
  name: string;
  of: { of?: ClosedProject };
  onClose: () => void;
  onRestored: () => void;
}) {
  const [backup, setBackup] = useState(props.backup);
  const [damaged, setDamaged] = useState<{ next: Backup | null } | null>(null);
  const restore = useMutation({
    ...orpc.backups.restore.mutationOptions({
      onSuccess: async (answer) => {
        if (answer.outcome === "damaged") {
          setDamaged(answer);
          return refreshProject();
        }
        props.onRestored();
        countRestored();
        await refreshProject();
        showToast({
          tone: "success",
          title: t("backups.restored", { when: formatDateTime(backup.madeAtMs) }),
          ...(answer.keptBackupId === null ? {} : { text: t("backups.restoredKept") }),
        });
      },
    }),
    meta: { showsItsOwnError: true },
  });
  const takeNext = (next: Backup) => {
    setDamaged(null);
    setBackup(next);
  };
  const when = formatDateTime(backup.madeAtMs);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || restore.isPending ? undefined : props.onClose())}
      title={damaged ? t("backups.damaged.title") : t("backups.confirm.title", { when })}
      footer={
        <>
          <Button disabled={restore.isPending} onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          {damaged ? (
            damaged.next && <TakeNext next={damaged.next} onTake={takeNext} />
          ) : (
            <Button
              look="primary"
              disabled={restore.isPending}
              onClick={() => restore.mutate({ ...props.of, backupId: backup.backupId })}
            >
              {t(restore.isPending ? "backups.confirm.doing" : "backups.confirm.do")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-3">
        {damaged ? <Damaged next={damaged.next} /> : <Question backup={backup} name={props.name} />}
        {restore.isError ? <ErrorNotice error={restore.error} /> : null}
      </div>
    </Dialog>
  );
}

function Question({ backup, name }: { backup: Backup; name: string }) {
  const { examples, answered, otherFile, folder, fileName } = backup;
  return (
    <>
      <p>
        {examples === null
          ? t("backups.confirm.whatUncounted", { name })
          : t("backups.confirm.what", { name, examples, answered: answered ?? 0 })}
      </p>
      <p>{t("backups.confirm.safe")}</p>
      {otherFile ? (
        <Notice tone="warning">
          {t("backups.confirm.otherFile", { file: `${folder}/${fileName}` })}
        </Notice>
      ) : null}
    </>
  );
}

function Damaged({ next }: { next: Backup | null }) {
  return (
    <>
      <Notice tone="danger" role="alert">
        {t("backups.damaged.text")}
      </Notice>
      <p>
        {next
          ? t("backups.damaged.next", { when: formatDateTime(next.madeAtMs) })
          : t("backups.damaged.none")}
      </p>
    </>
  );
}

function TakeNext(props: { next: Backup; onTake: (next: Backup) => void }) {
  const when = formatDateTime(props.next.madeAtMs);
  return (
    <Button look="primary" onClick={() => props.onTake(props.next)}>
      {t("backups.damaged.useNext", { when })}
    </Button>
  );
}
