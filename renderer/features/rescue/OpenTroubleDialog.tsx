import type { ComponentType } from "react";
import { useMutation } from "@tanstack/react-query";
import type { RescueTarget } from "../../../shared/features/rescue/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Dialog, ErrorNotice, Notice, ProgressBar } from "../../ui/index.ts";
import { type OpenTrouble, showOpenTrouble, showTrouble, useOpenTrouble } from "./open-trouble.ts";
import { RescueReport } from "./RescueReport.tsx";
import { useRescue } from "./use-rescue.ts";

interface DialogProps {
  /** Another way out beside the rescue: a list of backups of this project. */
  Backups: ComponentType<{ target: RescueTarget; name: string }>;
}

/** What happened to a project that does not open, whether the work is safe, and the ways out. */
export function OpenTroubleDialog(props: DialogProps) {
  const trouble = useOpenTrouble((state) => state.trouble);
  // Another trouble is another rescue, from its beginning.
  return trouble ? (
    <Trouble key={JSON.stringify(trouble)} trouble={trouble} Backups={props.Backups} />
  ) : null;
}

const close = () => showTrouble(null);

function Trouble(props: { trouble: OpenTrouble; Backups: DialogProps["Backups"] }) {
  const { target, name, kind } = props.trouble;
  const rescue = useRescue(target);
  const { progress } = rescue;
  const open = useMutation({
    ...orpc.projects.open.mutationOptions({
      onSuccess: () => {
        close();
        goTo({ step: "bring" });
        return refreshProject();
      },
      onError: (error, input) => showOpenTrouble(error, input),
    }),
    meta: { showsItsOwnError: true },
  });
  const done = progress.state === "rescued" || progress.state === "mended" ? progress : null;
  const working = progress.state === "working";
  function leave() {
    rescue.cancel();
    close();
    // The open project was closed for the rescue.
    if ("current" in target) void refreshProject();
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || leave()}
      title={t(`rescue.failed.${kind}.title`, { name })}
      footer={
        done ? (
          <Button
            look="primary"
            disabled={open.isPending}
            onClick={() => open.mutate({ fileId: done.file.fileId })}
          >
            {t(done.state === "mended" ? "rescue.openMended" : "rescue.openRescued")}
          </Button>
        ) : (
          <>
            <Button onClick={leave}>{t(working ? "common.cancel" : "common.close")}</Button>
            {working ? null : <props.Backups target={target} name={name} />}
            {kind === "tooNew" ? null : (
              <Button look="primary" disabled={working} onClick={() => rescue.start()}>
                {t("rescue.start")}
              </Button>
            )}
          </>
        )
      }
    >
      {progress.state === "rescued" ? (
        <RescueReport news={progress} />
      ) : progress.state === "mended" ? (
        <div className="pb-3">
          <Notice tone="success" role="status" title={t("rescue.mended.title")}>
            {t("rescue.mended.text")}
          </Notice>
        </div>
      ) : (
        <div className="flex flex-col gap-3 pb-3">
          <p>{t(`rescue.failed.${kind}.what`)}</p>
          <p className="font-medium">{t(`rescue.failed.${kind}.safe`)}</p>
          <p className="text-muted">
            {t(kind === "tooNew" ? "rescue.failed.tooNew.next" : "rescue.startHint")}
          </p>
          {working ? <Working done={progress.done} total={progress.total} /> : null}
          {progress.state === "failed" ? <ErrorNotice error={progress.error} /> : null}
        </div>
      )}
      {open.isError ? <ErrorNotice error={open.error} /> : null}
    </Dialog>
  );
}

function Working(props: { done: number; total: number }) {
  const { done, total } = props;
  return (
    <output className="flex flex-col gap-1.5">
      <span className="flex justify-between text-sm">
        <span>{t("rescue.working")}</span>
        {total > 0 ? (
          <span className="text-muted tabular-nums">
            {t("rescue.workingShare", { done: formatNumber(done), total: formatNumber(total) })}
          </span>
        ) : null}
      </span>
      <ProgressBar label={t("rescue.working")} done={done} total={total || undefined} />
    </output>
  );
}
