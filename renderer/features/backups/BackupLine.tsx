import { CircleAlert, DatabaseBackup } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { formatDay, formatTimeOfDay, t } from "../../client/text.ts";
import { useBackupStatus } from "./use-status.ts";

const BackupsDialog = lazy(() =>
  import("./BackupsDialog.tsx").then((m) => ({ default: m.BackupsDialog })),
);

const isToday = (atMs: number) => new Date(atMs).toDateString() === new Date().toDateString();

/** One quiet line in the rail: when the work was last backed up, and the way to the backups. */
export function BackupLine(props: { project: ProjectInfo }) {
  const [open, setOpen] = useState(false);
  const status = useBackupStatus();
  if (!status) return <div className="h-8 border-t border-line" />;
  const { lastMadeAtMs, failure, running } = status;
  const when =
    lastMadeAtMs === null
      ? null
      : isToday(lastMadeAtMs)
        ? formatTimeOfDay(lastMadeAtMs)
        : formatDay(lastMadeAtMs);
  const text = running
    ? t("backups.making")
    : failure
      ? t("backups.status.failed")
      : when === null
        ? t("backups.status.never")
        : t("backups.status.last", { when });
  const Icon = failure && !running ? CircleAlert : DatabaseBackup;
  return (
    <div className="border-t border-line px-2 py-1 text-xs">
      <button
        type="button"
        title={t("backups.open")}
        onClick={() => setOpen(true)}
        className={`flex min-h-6 w-full items-center gap-1.5 rounded px-1 text-left hover:bg-hover ${
          failure && !running ? "text-warning" : "text-muted"
        }`}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 truncate">{text}</span>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <BackupsDialog name={props.project.name} open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </div>
  );
}
