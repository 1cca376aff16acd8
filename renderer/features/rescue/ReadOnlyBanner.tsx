import { useMutation } from "@tanstack/react-query";
import { CircleAlert, Lock } from "lucide-react";
import { useEffect } from "react";
import type { ProjectInfo, ReadOnlyReason } from "../../../shared/features/projects/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { platform } from "../../platform/platform.ts";
import { Button } from "../../ui/index.ts";
import { showTrouble } from "./open-trouble.ts";

/** How often Tacit looks whether a disk that failed is back. */
const LOOK_EVERY_MS = 4000;

/** Why this project can only be looked at, and the way on; nothing while it can be changed. */
export function ReadOnlyBanner(props: { project: ProjectInfo }) {
  const reason = props.project.readOnlyReason;
  if (reason === null) return null;
  const isLoud = reason === "diskFailed" || reason === "damaged";
  const Icon = isLoud ? CircleAlert : Lock;
  return (
    <div
      role={isLoud ? "alert" : "status"}
      className={`flex items-center gap-3 border-b border-line px-6 py-2 ${isLoud ? "bg-danger-soft" : "bg-warning-soft"}`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${isLoud ? "text-danger" : "text-warning"}`} />
      <p className="min-w-0 flex-1 text-sm">
        <span className={`font-semibold ${isLoud ? "text-danger" : "text-warning"}`}>
          {t(`rescue.readOnly.${reason}.title`)}
        </span>{" "}
        {t(`rescue.readOnly.${reason}.text`)}
      </p>
      <WayOn reason={reason} project={props.project} />
    </div>
  );
}

function WayOn(props: { reason: ReadOnlyReason; project: ProjectInfo }) {
  if (props.reason === "fileProtected") return <SaveCopy />;
  if (props.reason === "diskFailed") return <TryAgain />;
  if (props.reason === "newerVersion") return null;
  const { fileName } = props.project;
  const rescue = () => showTrouble({ target: { current: true }, name: fileName, kind: "damaged" });
  return (
    <Button look="primary" onClick={rescue}>
      {t("rescue.start")}
    </Button>
  );
}

function SaveCopy() {
  const save = useMutation({
    mutationFn: async () => {
      // In a browser nobody is asked, and the copy goes to the Tacit folder.
      const folder = platform.kind === "desktop" ? await platform.pickFolder() : null;
      if (platform.kind === "desktop" && !folder) return null;
      return orpc.projects.saveCopy.call(folder ? { folderId: folder.fileId } : {});
    },
    onSuccess: async (copy) => {
      if (!copy) return;
      showToast({ tone: "success", title: t("rescue.copySaved", { name: copy.fileName }) });
      await refreshProject();
    },
  });
  return (
    <Button look="primary" disabled={save.isPending} onClick={() => save.mutate()}>
      {t("rescue.saveCopy")}
    </Button>
  );
}

function TryAgain() {
  const { mutate, isPending } = useMutation(
    orpc.projects.reopen.mutationOptions({
      onSuccess: async () => {
        showToast({ tone: "success", title: t("rescue.diskBack") });
        await refreshProject();
      },
      // The banner says it already, and looks again.
      meta: { showsItsOwnError: true },
    }),
  );
  useEffect(() => {
    const timer = setInterval(() => mutate({}), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [mutate]);
  return (
    <Button disabled={isPending} onClick={() => mutate({})}>
      {t("rescue.tryAgain")}
    </Button>
  );
}
