import { useMutation } from "@tanstack/react-query";
import { FileInput, FolderOpen, Plus, ShieldCheck } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { JourneyStepName } from "../../../shared/features/projects/contract.ts";
import { t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, ErrorNotice, Panel, ScreenFrame } from "../../ui/index.ts";
import { ArrivedDialog } from "../handouts/index.ts";
import { isOpenTrouble } from "../rescue/index.ts";
import { useNewProject } from "./new-project.ts";
import { NewProjectDialog } from "./NewProjectDialog.tsx";
import { RecentProjects } from "./RecentProjects.tsx";
import { SampleProjects } from "./SampleProjects.tsx";
import { useOpenProject } from "./use-open-project.ts";

/** What is seen before a project is open: make one, open one, or look around in a sample. */
export function StartScreen() {
  const creating = useNewProject((state) => state.open);
  const setCreating = (open: boolean) => useNewProject.setState({ open });
  // Left open by the project that came of it, it must not be waiting on the way back.
  useEffect(() => () => useNewProject.setState({ open: false }), []);
  const opening = useOpenProject();
  const pick = useMutation({
    mutationFn: () => platform.pickFile("project"),
    onSuccess: (file) => file && opening.mutate({ fileId: file.fileId }),
  });
  const [arriving, setArriving] = useState(false);
  const newButton = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden className="size-4" />
      {t("projects.start.new")}
    </Button>
  );
  return (
    <main className="h-full overflow-auto">
      <div className="mx-auto max-w-6xl">
        <ScreenFrame
          title={t("projects.start.title")}
          lead={t("projects.start.lead")}
          actions={
            <>
              <Button onClick={() => pick.mutate()} disabled={pick.isPending || opening.isPending}>
                <FolderOpen aria-hidden className="size-4" />
                {t("projects.start.open")}
              </Button>
              <Button onClick={() => setArriving(true)}>
                <FileInput aria-hidden className="size-4" />
                {t("handouts.openWork")}
              </Button>
              {newButton}
            </>
          }
        >
          {opening.isError && !isOpenTrouble(opening.error) ? (
            <ErrorNotice error={opening.error} />
          ) : null}
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
            <div className="flex flex-col gap-4">
              <RecentProjects opening={opening} newButton={newButton} />
              <HowItWorks />
            </div>
            <SampleProjects />
          </div>
          <Privacy />
        </ScreenFrame>
      </div>
      {creating ? <NewProjectDialog open onOpenChange={setCreating} /> : null}
      {arriving ? (
        <Suspense fallback={null}>
          <ArrivedDialog onOpenChange={setArriving} />
        </Suspense>
      ) : null}
    </main>
  );
}

function HowItWorks() {
  return (
    <Panel title={t("projects.start.how")}>
      <ol className="flex flex-col gap-1.5">
        {JourneyStepName.options.map((step, index) => (
          <li key={step} className="flex gap-2.5">
            <span
              aria-hidden
              className="mt-px flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong text-xs text-muted"
            >
              {index + 1}
            </span>
            <p className="grid flex-1 grid-cols-[6rem_1fr]">
              <span className="font-medium">{t(`common.step.${step}`)} </span>
              <span className="text-muted">{t(`projects.start.step.${step}`)}</span>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Privacy() {
  return (
    <div className="flex items-start gap-2.5 text-sm">
      <ShieldCheck aria-hidden className="mt-px size-4 shrink-0 text-accent" />
      <p>
        {t("projects.start.privacy")}
        {platform.kind === "web" ? (
          <span className="text-muted">
            {" "}
            {t("projects.start.web")} {t("projects.start.openedCopy")}
          </span>
        ) : null}
      </p>
    </div>
  );
}
