import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useRef } from "react";
import type { RescueTarget } from "../../shared/features/rescue/contract.ts";
import type { ProjectInfo } from "../../shared/features/projects/contract.ts";
import { refreshProject } from "../client/query-client.ts";
import { useReadOnly } from "../client/read-only.ts";
import { noteOpenProject } from "../client/resume-project.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { BackupsOfClosed, useRestoredTimes } from "../features/backups/index.ts";
import { showToast } from "../client/toasts.ts";
import { ArrivedDialog, useArrivedFile } from "../features/handouts/index.ts";
import { OpenTroubleDialog, showTrouble } from "../features/rescue/index.ts";
import { StartScreen } from "../features/projects/index.ts";
import { ErrorNotice } from "../ui/index.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { Toasts } from "./Toasts.tsx";
import { useDesktopCommands } from "./use-desktop-commands.ts";
import { Workspace } from "./Workspace.tsx";

const LOOK_EVERY_MS = 15_000;

export function App() {
  const restoredTimes = useRestoredTimes((state) => state.times);
  // Whoever went back to a backup is out of trouble.
  useEffect(() => useRestoredTimes.subscribe(() => showTrouble(null)), []);
  useDesktopCommands();
  const project = useQuery({
    ...orpc.projects.current.queryOptions(),
    // Another tab may have closed this project, or opened another one.
    refetchOnWindowFocus: "always",
    // A big file is still looked through while it is open, and a disk can fail while nobody does anything.
    refetchInterval: LOOK_EVERY_MS,
  });
  useSwitchedProject(project.data?.id);
  useReadOnlyState(project.data);
  const name = project.data?.name;
  useEffect(() => {
    document.title = name ? t("common.windowTitle", { name }) : t("common.appName");
  }, [name]);
  const open = project.data;
  useEffect(() => {
    if (open !== undefined) noteOpenProject(open);
  }, [open]);
  // While the backend is away, what is on the screen stays there.
  if (project.isError && open === undefined) return <ErrorNotice error={project.error} />;
  if (project.isPending) return null;
  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <div className="min-h-0 flex-1">
        {project.data ? (
          <Workspace key={`${project.data.id} ${restoredTimes}`} project={project.data} />
        ) : (
          <StartScreen />
        )}
      </div>
      <OpenTroubleDialog Backups={BackupsOfTrouble} />
      <Arrived />
      <Toasts />
    </div>
  );
}

/** A colleague's file that was opened from outside, over whatever is on the screen. */
function Arrived() {
  const file = useArrivedFile((state) => state.file);
  if (!file) return null;
  const onOpenChange = (open: boolean) => (open ? null : useArrivedFile.setState({ file: null }));
  return (
    <Suspense fallback={null}>
      <ArrivedDialog key={file.fileId} file={file} onOpenChange={onOpenChange} />
    </Suspense>
  );
}

/** Screens ask the store, so that a button need not know the project; an index made anew is told once. */
function useReadOnlyState(project: ProjectInfo | null | undefined): void {
  const reason = project?.readOnlyReason ?? null;
  useEffect(() => useReadOnly.setState({ reason }), [reason]);
  const mendedId = project?.mended ? project.id : null;
  useEffect(() => {
    if (mendedId) showToast({ tone: "info", title: t("rescue.mendedOnOpening") });
  }, [mendedId]);
  const losingId = project?.changesLost ? project.id : null;
  useEffect(() => {
    if (!losingId) return;
    const [title, text] = [t("rescue.changesLost.title"), t("rescue.changesLost.text")];
    showToast({ tone: "danger", title, text });
  }, [losingId]);
}

/** What was asked of one project must not be shown for the next one. */
function useSwitchedProject(id: string | undefined): void {
  const latest = useRef(id);
  useEffect(() => {
    if (!id || id === latest.current) return;
    if (latest.current) void refreshProject();
    latest.current = id;
  }, [id]);
}

/** A project that was open until its damage showed is found among the recent ones by then. */
function BackupsOfTrouble(props: { target: RescueTarget; name: string }) {
  const { target, name } = props;
  return "current" in target ? null : <BackupsOfClosed name={name} of={target} look="button" />;
}
