import { useMutation } from "@tanstack/react-query";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { Button, Dialog, ErrorNotice } from "../../ui/index.ts";

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
      {takeBack.isError ? <ErrorNotice error={takeBack.error} /> : null}
    </Dialog>
  );
}
