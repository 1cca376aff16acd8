import { useQuery } from "@tanstack/react-query";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { useReadOnly } from "../../client/read-only.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { takeDropped } from "../../platform/platform.ts";
import { changeDraft, useImportDraft } from "./draft.ts";
import { ImportUnderWay } from "./ImportUnderWay.tsx";
import { PrepareFile } from "./PrepareFile.tsx";
import { SourcePage } from "./SourcePage.tsx";
import { useBring } from "./use-bring.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { usePaste } from "./use-paste.ts";

export function BringScreen() {
  const project = useQuery(orpc.projects.current.queryOptions()).data;
  return project ? <Bring project={project} /> : null;
}

/** From a file to examples: choose, drop or paste it, look at it, import it, see what became of it. */
function Bring(props: { project: ProjectInfo }) {
  const { project } = props;
  const draft = useImportDraft(project.id);
  const bring = useBring(project.id);
  const readOnly = useReadOnly((state) => state.reason !== null);
  const busy = readOnly || bring.isPending || draft.running !== null;
  const take = (transfer: DataTransfer) =>
    bring.mutate({ dropped: takeDropped(transfer, (fileIds) => rpc.imports.gather({ fileIds })) });
  const isDragging = useFileDrop(busy ? null : take);
  usePaste(
    busy
      ? null
      : {
          files: take,
          text: (clipboard) => bring.mutate({ clipboard }),
        },
  );
  const choose = (ask: "file" | "folder") => bring.mutate({ ask });

  return (
    <>
      {isDragging ? <DropOverlay /> : null}
      {draft.running ? (
        <ImportUnderWay project={project} draft={draft} running={draft.running} />
      ) : draft.file && draft.page !== "source" ? (
        <PrepareFile
          key={draft.file.fileId}
          project={project}
          draft={draft}
          file={draft.file}
          onChooseAnother={() => choose("file")}
        />
      ) : (
        <SourcePage
          draft={draft}
          fetching={bring.isPending && !("ask" in bring.variables)}
          onChoose={choose}
          onGoOn={() => changeDraft(project.id, { page: "read" })}
          onReview={() => changeDraft(project.id, { page: "review" })}
        />
      )}
    </>
  );
}

function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-2 z-30 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/90">
      <p className="text-lg font-semibold text-accent">{t("imports.drop.now")}</p>
    </div>
  );
}
