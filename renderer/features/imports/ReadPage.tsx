import { X } from "lucide-react";
import { useId } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import { type Preview, USUAL_TABLE } from "../../../shared/features/imports/contract.ts";
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
import { ReadAsOptions } from "./ReadAsOptions.tsx";
import { isDoubtful, ReadAsRow } from "./ReadAsRow.tsx";
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
  const { project, draft, file, inspected, preview } = props;
  const paneId = useId();
  useGoOn(props.onReview);
  const slow = useLater(inspected.isPending);
  const change = (readAs: ImportDraft["readAs"]) =>
    changeDraft(project.id, { readAs: { ...draft.readAs, ...readAs } });
  // While the file cannot be read at all, another way of reading it can still be chosen.
  const readAs = { ...(preview?.readAs ?? USUAL_TABLE), ...draft.readAs };
  const oddities = preview ? findOddities(preview, readAs.repair) : [];
  const isOpen = !inspected.isPending && (draft.optionsOpen ?? isDoubtful(preview));
  return (
    <section
      aria-label={t("imports.readPage")}
      className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface"
    >
      <FileHeader project={project} file={file} />
      {inspected.isPending ? null : (
        <ReadAsRow
          readAs={readAs}
          isOpen={isOpen}
          paneId={paneId}
          onToggle={() => changeDraft(project.id, { optionsOpen: !isOpen })}
        />
      )}
      {oddities.length > 0 && !isOpen ? (
        <OddityList
          oddities={oddities}
          className="border-b border-line bg-sunken px-4 py-2"
          onChange={change}
        />
      ) : null}
      {preview && preview.rejects.length > 0 ? <PreviewRejects rows={preview.rejects} /> : null}
      <div className="flex min-h-0 flex-1 max-lg:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {slow ? <p className="p-4 text-muted">{t("imports.preview.looking")}</p> : null}
          {inspected.isError ? (
            <div className="p-4">
              <ErrorNotice error={inspected.error} />
            </div>
          ) : null}
          {preview ? <Rows {...props} preview={preview} /> : null}
        </div>
        {isOpen ? (
          <aside
            id={paneId}
            aria-label={t("imports.readAs")}
            className="flex w-80 shrink-0 flex-col gap-4 overflow-auto border-l border-line p-4 max-lg:max-h-64 max-lg:w-full max-lg:border-t max-lg:border-l-0"
          >
            <ReadAsOptions readAs={readAs} preview={preview} onChange={change} />
            {oddities.length > 0 ? (
              <OddityList
                oddities={oddities}
                className="border-t border-line pt-4"
                onChange={change}
              />
            ) : null}
          </aside>
        ) : null}
      </div>
      {preview ? <ColumnsBar {...props} preview={preview} /> : null}
    </section>
  );
}

function Rows(props: ReadPageProps & { preview: Preview }) {
  const { project, draft } = props;
  return (
    <PreviewTable
      taskType={project.taskType}
      preview={props.preview}
      columns={props.columns}
      stale={props.inspected.isPlaceholderData}
      onRoles={(roles) => changeDraft(project.id, { roles: { ...draft.roles, ...roles } })}
    />
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
