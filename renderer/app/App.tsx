import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ProjectInfo } from "../../shared/features/projects/contract.ts";
import { useConnection } from "../client/connection.ts";
import { refreshProject } from "../client/query-client.ts";
import { useReadOnly } from "../client/read-only.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { useRestoredTimes } from "../features/backups/index.ts";
import { showToast } from "../client/toasts.ts";
import { OpenTroubleDialog } from "../features/rescue/index.ts";
import { StartScreen } from "../features/projects/index.ts";
import { Button, EmptyState, ErrorNotice } from "../ui/index.ts";
import { Toasts } from "./Toasts.tsx";
import { useDesktopCommands } from "./use-desktop-commands.ts";
import { Workspace } from "./Workspace.tsx";

const LOOK_EVERY_MS = 15_000;

export function App() {
  const lost = useConnection((state) => state.lost);
  const restoredTimes = useRestoredTimes((state) => state.times);
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
  if (lost) return <ConnectionLost />;
  if (project.isError) return <ErrorNotice error={project.error} />;
  if (project.isPending) return null;
  return (
    <>
      {project.data ? (
        <Workspace key={`${project.data.id} ${restoredTimes}`} project={project.data} />
      ) : (
        <StartScreen />
      )}
      <OpenTroubleDialog />
      <Toasts />
    </>
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

function ConnectionLost() {
  return (
    <main className="flex h-full items-center justify-center p-8">
      <EmptyState
        title={t("common.connectionLost.title")}
        text={t("common.connectionLost.text")}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t("common.connectionLost.reload")}
          </Button>
        }
      />
    </main>
  );
}
