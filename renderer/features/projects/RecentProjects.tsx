import { useMutation, useQuery } from "@tanstack/react-query";
import { FileX2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { RecentProject } from "../../../shared/features/projects/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Badge, Panel } from "../../ui/index.ts";
import { BackupsOfClosed } from "../backups/index.ts";
import type { OpenProject } from "./use-open-project.ts";

/** The projects this user has opened before, newest first. */
export function RecentProjects(props: { opening: OpenProject; newButton: ReactNode }) {
  const recent = useQuery(orpc.projects.listRecent.queryOptions()).data;
  if (!recent) return null;
  return (
    <Panel title={t("projects.recent.title")}>
      {recent.length === 0 ? (
        <div className="flex flex-col items-center gap-3 py-8 text-center">
          <p className="font-semibold">{t("projects.recent.none.title")}</p>
          <p className="text-muted">{t("projects.recent.none.text")}</p>
          {props.newButton}
        </div>
      ) : (
        <ul className="-mx-2 -my-2 max-h-[26rem] overflow-auto p-px">
          {recent.map((project) => (
            <RecentRow key={project.recentId} project={project} opening={props.opening} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RecentRow(props: { project: RecentProject; opening: OpenProject }) {
  const { project, opening } = props;
  return (
    <li className="flex items-center gap-1 rounded-md hover:bg-hover">
      <button
        type="button"
        disabled={project.missing || opening.isPending}
        title={project.missing ? t("projects.recent.missingHint") : project.folder}
        onClick={() => opening.mutate({ recentId: project.recentId })}
        className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-4 rounded-md px-2 py-1.5 text-left"
      >
        <span className="flex min-w-0 items-center gap-2">
          <span
            className={`truncate font-medium ${project.missing ? "text-muted" : ""}`}
            dir="auto"
          >
            {project.name}
          </span>
          {project.missing ? (
            <Badge tone="warning">
              <FileX2 aria-hidden className="size-3" />
              {t("projects.recent.missing")}
            </Badge>
          ) : null}
        </span>
        <span className="text-right text-sm text-muted tabular-nums">
          <span className="sr-only">{t("projects.recent.opened")}: </span>
          {formatDateTime(project.openedAtMs)}
        </span>
        <span className="truncate text-sm text-muted">
          {project.folder}/{project.fileName}
        </span>
        <span className="text-right text-sm text-muted">
          {project.taskType ? t(`projects.taskType.${project.taskType}.name`) : ""}
        </span>
      </button>
      <BackupsOfClosed name={project.name} of={{ recentId: project.recentId }} />
      <ForgetButton project={project} />
    </li>
  );
}

function ForgetButton(props: { project: RecentProject }) {
  const { name, recentId } = props.project;
  const forget = useMutation(
    orpc.projects.forget.mutationOptions({
      onSuccess: () => {
        showToast({ tone: "info", title: t("projects.recent.forgotten", { name }) });
        return refreshProject();
      },
    }),
  );
  return (
    <button
      type="button"
      aria-label={t("projects.recent.forget", { name })}
      title={t("projects.recent.forgetHint")}
      onClick={() => forget.mutate({ recentId })}
      className="mr-1 rounded p-1.5 text-muted hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}
