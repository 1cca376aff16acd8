import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId, useState } from "react";
import type { BackupStatus } from "../../../shared/features/backups/contract.ts";
import type { Place } from "../../../shared/features/backups/place.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useBackupStatus } from "./use-status.ts";

/** What stands between the user and safe work: the place of the file, its doubles, a backup that failed. */
export function WorkspaceNotices(props: { project: ProjectInfo }) {
  const status = useBackupStatus();
  if (!status) return null;
  const { unsafePlace, conflictedCopies, setAside, logMissing, failure } = status;
  const { fileName } = props.project;
  const count = conflictedCopies.length;
  const notices = [
    unsafePlace ? <PlaceNotice key="place" place={unsafePlace} /> : null,
    count > 0 ? (
      <ClosableNotice
        key={`conflict ${conflictedCopies.join("/")}`}
        title={t("backups.conflict.title", { count })}
        text={t("backups.conflict.text", { files: quoted(conflictedCopies), file: fileName })}
      />
    ) : null,
    setAside.length > 0 ? (
      <ClosableNotice
        key={`aside ${setAside.join("/")}`}
        title={t("backups.setAside.title")}
        text={t("backups.setAside.text", { files: quoted(setAside) })}
      />
    ) : null,
    logMissing ? (
      <ClosableNotice
        key="log"
        title={t("backups.logMissing.title")}
        text={t("backups.logMissing.text")}
      />
    ) : null,
    failure ? <FailureNotice key="failure" failure={failure} /> : null,
  ].filter((notice) => notice !== null);
  // A notice that was closed leaves nothing behind, not even its distance.
  return <div className="flex flex-col gap-2 px-6 not-empty:pt-4">{notices}</div>;
}

/** Read once, it is known; it comes back when the project is opened again. */
function ClosableNotice(props: { title: string; text: string }) {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <Notice
      tone="warning"
      title={props.title}
      action={
        <button
          type="button"
          aria-label={t("common.close")}
          onClick={() => setClosed(true)}
          className="-my-0.5 rounded p-1 hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </button>
      }
    >
      {props.text}
    </Notice>
  );
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

function PlaceNotice({ place }: { place: Place }) {
  const checkboxId = useId();
  const [leaveCopy, setLeaveCopy] = useState(false);
  const move = useMutation(
    orpc.backups.moveToSafePlace.mutationOptions({
      onSuccess: async ({ folder }) => {
        await refreshProject();
        showToast({ tone: "success", title: t("backups.place.moved", { folder }) });
      },
    }),
  );
  const accept = useMutation(
    orpc.backups.acceptPlace.mutationOptions({ onSuccess: () => refreshProject() }),
  );
  const isBusy = move.isPending || accept.isPending;
  const { kind } = place;
  const params =
    place.kind === "synced"
      ? { service: t(`backups.service.${place.service}`) }
      : { protocol: place.protocol };
  return (
    <Notice tone="warning" role="alert" title={t(`backups.place.title.${kind}`, params)}>
      <p>{t(`backups.place.text.${kind}`, params)}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button look="primary" disabled={isBusy} onClick={() => move.mutate({ leaveCopy })}>
          {t(move.isPending ? "backups.place.moving" : "backups.place.move")}
        </Button>
        <span className="flex items-center gap-1.5">
          <input
            id={checkboxId}
            type="checkbox"
            checked={leaveCopy}
            onChange={(event) => setLeaveCopy(event.target.checked)}
            className="size-4 accent-(--accent)"
          />
          <label htmlFor={checkboxId}>{t("backups.place.leaveCopy")}</label>
        </span>
        <Button
          look="quiet"
          className="ml-auto"
          disabled={isBusy}
          onClick={() => accept.mutate({})}
        >
          {t("backups.place.accept")}
        </Button>
      </div>
    </Notice>
  );
}

function FailureNotice({ failure }: { failure: NonNullable<BackupStatus["failure"]> }) {
  const retry = useMutation(
    orpc.backups.make.mutationOptions({ onSettled: () => refreshProject() }),
  );
  return (
    <Notice
      tone="warning"
      title={t("backups.failed.title")}
      action={
        <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate({})}>
          {t(retry.isPending ? "backups.making" : "backups.failed.retry")}
        </Button>
      }
    >
      {t(failure.code === "diskFull" ? "backups.failed.diskFull" : "backups.failed.other")}
    </Notice>
  );
}
