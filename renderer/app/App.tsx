import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useConnection } from "../client/connection.ts";
import { refreshProject } from "../client/query-client.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { useRestoredTimes } from "../features/backups/index.ts";
import { StartScreen } from "../features/projects/index.ts";
import { Button, EmptyState, ErrorNotice } from "../ui/index.ts";
import { Toasts } from "./Toasts.tsx";
import { useDesktopCommands } from "./use-desktop-commands.ts";
import { Workspace } from "./Workspace.tsx";

export function App() {
  const lost = useConnection((state) => state.lost);
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
      <Toasts />
    </>
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
