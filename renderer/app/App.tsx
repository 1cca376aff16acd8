import { useQuery } from "@tanstack/react-query";
import { useConnection } from "../client/connection.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { StartScreen } from "../features/projects/index.ts";
import { Button, EmptyState, ErrorNotice } from "../ui/index.ts";
import { Toasts } from "./Toasts.tsx";
import { useDesktopCommands } from "./use-desktop-commands.ts";
import { Workspace } from "./Workspace.tsx";

export function App() {
  const lost = useConnection((state) => state.lost);
  useDesktopCommands();
  const project = useQuery(orpc.projects.current.queryOptions());
  if (lost) return <ConnectionLost />;
  if (project.isError) return <ErrorNotice error={project.error} />;
  if (project.isPending) return null;
  return (
    <>
      {project.data ? <Workspace project={project.data} /> : <StartScreen />}
      <Toasts />
    </>
  );
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
