import { X } from "lucide-react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { Preview } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { formatBytes, t } from "../../client/text.ts";
import { ErrorNotice } from "../../ui/index.ts";
import type { Column } from "./column-roles.ts";
import { ColumnsBar } from "./ColumnsBar.tsx";
import { changeDraft, type ImportDraft, startDraft } from "./draft.ts";
import { FileHeading } from "./FileHeading.tsx";
import { findOddities } from "./oddities.ts";
import { OddityList } from "./OddityList.tsx";
import { PreviewRejects } from "./PreviewRejects.tsx";
import { PreviewTable } from "./PreviewTable.tsx";
import { ReadAsRow } from "./ReadAsRow.tsx";
import { useGoOn } from "./use-go-on.ts";
import { useLater } from "./use-later.ts";

interface ReadPageProps {
  project: ProjectInfo;
  draft: ImportDraft;
  file: FileGrant;
  inspected: { isPending: boolean; isPlaceholderData: boolean; isError: boolean; error: unknown };
  preview: Preview | undefined;
  columns: Column[];
  /** Null as long as something is missing. */
  onReview: (() => void) | null;
}

/** How the file is read and what its columns mean, with its first rows in view all the while. */
export function ReadPage(props: ReadPageProps) {
  const { project, draft, file, inspected, preview, columns } = props;
  useGoOn(props.onReview);
  const slow = useLater(inspected.isPending);
  const change = (readAs: ImportDraft["readAs"]) =>
    changeDraft(project.id, { readAs: { ...draft.readAs, ...readAs } });
  return (
    <section
      aria-label={t("imports.readPage")}
      className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface"
    >
      <FileHeader project={project} file={file} />
      {preview || inspected.isError ? (
        <ReadAsRow draft={draft} preview={preview} projectId={project.id} onChange={change} />
      ) : null}
      {inspected.isError ? (
        <div className="p-4">
          <ErrorNotice error={inspected.error} />
        </div>
      ) : preview ? (
        <>
          <OddityList oddities={findOddities(preview)} onChange={change} />
          {preview.rejects.length > 0 ? <PreviewRejects rows={preview.rejects} /> : null}
          <PreviewTable
            taskType={project.taskType}
            preview={preview}
            columns={columns}
            stale={inspected.isPlaceholderData}
            onRoles={(roles) => changeDraft(project.id, { roles: { ...draft.roles, ...roles } })}
          />
          <ColumnsBar
            project={project}
            draft={draft}
            preview={preview}
            columns={columns}
            onReview={props.onReview}
          />
        </>
      ) : slow ? (
        <p className="p-4 text-muted">{t("imports.preview.looking")}</p>
      ) : null}
    </section>
  );
}

function FileHeader(props: { project: ProjectInfo; file: FileGrant }) {
  return (
    <header className="flex min-h-10 items-center gap-3 border-b border-line py-1.5 pr-2 pl-4">
      <FileHeading name={props.file.name} />
      <p className="text-sm whitespace-nowrap text-muted">{formatBytes(props.file.bytes)}</p>
      <button
        type="button"
        aria-label={t("imports.leaveFile")}
        title={t("imports.leaveFile")}
        onClick={() => startDraft(props.project.id, null)}
        className="ml-auto rounded p-1.5 text-muted hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </header>
  );
}
