import { useMutation, useQuery } from "@tanstack/react-query";
import { FileInput } from "lucide-react";
import { useEffect } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { useReadOnly } from "../../client/read-only.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, ErrorNotice, Notice, ScreenFrame } from "../../ui/index.ts";
import { changeDraft, startDraft, useImportDraft } from "./draft.ts";
import { EarlierImports } from "./EarlierImports.tsx";
import { ImportUnderWay } from "./ImportUnderWay.tsx";
import { PreviewScreen } from "./PreviewScreen.tsx";
import { useFileDrop } from "./use-file-drop.ts";

export function BringScreen() {
  const project = useQuery(orpc.projects.current.queryOptions()).data;
  return project ? <Bring project={project} /> : null;
}

/** From a file to examples: choose or drop it, look at it, import it, see what became of it. */
function Bring(props: { project: ProjectInfo }) {
  const { project } = props;
  const draft = useImportDraft(project.id);
  useImportInProgress(project.id);
  const bring = useMutation({
    mutationFn: (chosen: File | null): Promise<FileGrant | null> =>
      chosen ? platform.grantDropped(chosen) : platform.pickFile("data"),
    onSuccess: (file) => file && startDraft(project.id, file),
    meta: { showsItsOwnError: true },
  });
  const readOnly = useReadOnly((state) => state.reason !== null);
  const busy = readOnly || bring.isPending || draft.running !== null;
  const isDragging = useFileDrop(busy ? null : (file) => bring.mutate(file));
  const choose = () => bring.mutate(null);

  return (
    <>
      {isDragging ? <DropOverlay /> : null}
      {draft.running ? (
        <ImportUnderWay project={project} draft={draft} running={draft.running} />
      ) : draft.file ? (
        <PreviewScreen project={project} draft={draft} file={draft.file} onChooseAnother={choose} />
      ) : (
        <ScreenFrame title={t("imports.title")} lead={t("imports.lead.empty")}>
          {bring.isError ? <ErrorNotice error={bring.error} /> : null}
          {draft.cancelled ? <Cancelled /> : null}
          <DropZone fetching={bring.isPending && bring.variables !== null} onChoose={choose} />
          <EarlierImports />
        </ScreenFrame>
      )}
    </>
  );
}

/** After a reload, finds the import that is still running. */
function useImportInProgress(projectId: string): void {
  useEffect(() => {
    let left = false;
    async function find() {
      const jobs = await rpc.jobs.list({ active: true });
      const job = jobs.find((active) => active.kind === "import");
      if (left || !job?.subjectId) return;
      changeDraft(projectId, { running: { jobId: job.jobId, importId: job.subjectId } });
    }
    // Without an answer the screen simply starts with the drop zone.
    find().catch(() => {});
    return () => {
      left = true;
    };
  }, [projectId]);
}

function DropZone(props: { fetching: boolean; onChoose: () => void }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border-2 border-dashed border-line-strong bg-surface px-6 py-14 text-center">
      <FileInput aria-hidden className="size-8 text-muted" strokeWidth={1.5} />
      <div>
        <output className="block text-lg font-semibold">
          {t(props.fetching ? "imports.drop.copying" : "imports.drop.title")}
        </output>
        <p className="text-muted">{t("imports.drop.text")}</p>
      </div>
      <Button writes look="primary" onClick={props.onChoose}>
        {t("imports.drop.choose")}
      </Button>
    </div>
  );
}

function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-2 z-30 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/90">
      <p className="text-lg font-semibold text-accent">{t("imports.drop.now")}</p>
    </div>
  );
}

function Cancelled() {
  return (
    <output>
      <Notice title={t("imports.running.cancelled")}>{t("imports.running.cancelled.text")}</Notice>
    </output>
  );
}
