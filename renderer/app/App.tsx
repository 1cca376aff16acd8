import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refreshProject } from "../client/query-client.ts";
import { noteOpenProject } from "../client/resume-project.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { useRestoredTimes } from "../features/backups/index.ts";
import { StartScreen } from "../features/projects/index.ts";
import { ErrorNotice } from "../ui/index.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { Toasts } from "./Toasts.tsx";
import { useDesktopCommands } from "./use-desktop-commands.ts";
import { Workspace } from "./Workspace.tsx";

export function App() {
  const restoredTimes = useRestoredTimes((state) => state.times);
  useDesktopCommands();
  const project = useQuery({
    ...orpc.projects.current.queryOptions(),
    // Another tab may have closed this project, or opened another one.
    refetchOnWindowFocus: "always",
  });
  useSwitchedProject(project.data?.id);
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
      <Toasts />
    </div>
  );
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
