import { useMutation, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Check, ChevronLeft, Pencil, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import type { JourneyStep, ProjectInfo } from "../../shared/features/projects/contract.ts";
import { refreshProject } from "../client/query-client.ts";
import { useReadOnly } from "../client/read-only.ts";
import { orpc } from "../client/rpc.ts";
import { formatNumber, t } from "../client/text.ts";
import { BackupLine } from "../features/backups/index.ts";
import { ImportIndicator } from "../features/imports/ImportIndicator.tsx";
import { ProjectSettings } from "../features/projects/index.ts";
import { goTo, useNavigation } from "../navigation/navigation.ts";
import { RailPlaces } from "./RailPlaces.tsx";
import { redo, undo } from "../client/undo.ts";

/** The journey, always visible; each step says what is left to do. */
export function Rail(props: { project: ProjectInfo }) {
  const journey = useQuery(orpc.projects.journey.queryOptions());
  const { step: current, view } = useNavigation((state) => state.place);
  const close = useMutation(
    orpc.projects.close.mutationOptions({ onSuccess: () => refreshProject() }),
  );
  return (
    <nav
      aria-label={t("common.journey")}
      className="flex min-h-0 flex-col border-r border-line bg-sunken"
    >
      <div className="flex flex-col gap-0.5 border-b border-line px-3 pt-2 pb-3">
        <button
          type="button"
          onClick={() => close.mutate({})}
          className="-ml-1 inline-flex min-h-6 items-center gap-1 self-start rounded px-1 text-xs text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-3.5" />
          {t("common.allProjects")}
        </button>
        <ProjectTitle project={props.project} />
        <p className="text-xs text-muted">
          {t(`projects.taskType.${props.project.taskType}.name`)}
        </p>
      </div>
      <ol className="flex flex-1 flex-col gap-0.5 overflow-auto p-2">
        {journey.data?.steps.map((step, index) => (
          <li key={step.step}>
            <StepLink
              step={step}
              number={index + 1}
              active={step.step === current && view === undefined}
            />
          </li>
        ))}
      </ol>
      <RailPlaces />
      <ImportIndicator projectId={props.project.id} />
      <BackupLine project={props.project} />
      <UndoRow />
    </nav>
  );
}

function ProjectTitle(props: { project: ProjectInfo }) {
  const { name } = props.project;
  const [settingsOpen, setSettingsOpen] = useState(false);
  return (
    <div className="flex items-start gap-1">
      <p className="line-clamp-2 min-w-0 py-0.5 font-semibold break-words" title={name} dir="auto">
        {name}
      </p>
      <button
        type="button"
        aria-label={t("projects.settings.open")}
        title={t("projects.settings.open")}
        onClick={() => setSettingsOpen(true)}
        className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
      >
        <Pencil aria-hidden className="size-3.5" />
      </button>
      {settingsOpen ? (
        <ProjectSettings project={props.project} open onOpenChange={setSettingsOpen} />
      ) : null}
    </div>
  );
}

function StepLink(props: { step: JourneyStep; number: number; active: boolean }) {
  const { step, state, left } = props.step;
  return (
    <button
      type="button"
      aria-current={props.active ? "step" : undefined}
      onClick={() => goTo({ step })}
      className={clsx(
        "flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left",
        props.active ? "bg-surface font-semibold shadow-sm" : "hover:bg-hover",
      )}
    >
      <span
        aria-hidden
        className={clsx(
          "flex size-5 shrink-0 items-center justify-center rounded-full border text-xs",
          state === "done" && "border-transparent bg-accent text-accent-ink",
          state === "underway" && "border-accent text-accent",
          state === "todo" && "border-line-strong text-muted",
        )}
      >
        {state === "done" ? <Check className="size-3.5" /> : props.number}
      </span>
      <span className="min-w-0 flex-1 truncate">{t(`common.step.${step}`)}</span>
      <span className="sr-only">{t(`common.stepState.${state}`)}</span>
      {left > 0 ? (
        <span className="text-xs font-normal text-muted tabular-nums">
          {t("common.stepLeft", { left: formatNumber(left) })}
        </span>
      ) : null}
    </button>
  );
}

function UndoRow() {
  const state = useQuery(orpc.history.state.queryOptions()).data;
  const readOnly = useReadOnly(({ reason }) => reason !== null);
  const button =
    "inline-flex items-center gap-1 rounded px-1 py-1 hover:bg-hover disabled:opacity-40";
  const undoText = state?.undo ? t(`history.action.${state.undo.action}`) : "";
  const redoText = state?.redo ? t(`history.action.${state.redo.action}`) : "";
  return (
    <div className="flex items-center gap-0.5 border-t border-line px-2 py-2 text-xs text-muted">
      <button
        type="button"
        disabled={!state?.undo || readOnly}
        title={t("common.undoWhat", { action: undoText })}
        onClick={() => void undo()}
        className={button}
      >
        <Undo2 aria-hidden className="size-3.5" />
        {t("common.undo")}
      </button>
      <button
        type="button"
        disabled={!state?.redo || readOnly}
        title={t("common.redoWhat", { action: redoText })}
        onClick={() => void redo()}
        className={button}
      >
        <Redo2 aria-hidden className="size-3.5" />
        {t("common.redo")}
      </button>
      <span className="ml-auto whitespace-nowrap">{t("common.keysHint")}</span>
    </div>
  );
}
