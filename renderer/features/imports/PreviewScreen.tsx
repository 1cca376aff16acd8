import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import {
  type Preview,
  type ReadAs,
  USUAL_DIALECT,
} from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatBytes, t } from "../../client/text.ts";
import { Button, ErrorNotice, ScreenFrame } from "../../ui/index.ts";
import { type Column, withChoices } from "./column-roles.ts";
import { changeDraft, type ImportDraft, startDraft } from "./draft.ts";
import { ImportBar } from "./ImportBar.tsx";
import { PreviewRejects } from "./PreviewRejects.tsx";
import { PreviewTable } from "./PreviewTable.tsx";
import { ReadAsRow } from "./ReadAsRow.tsx";

interface PreviewScreenProps {
  project: ProjectInfo;
  draft: ImportDraft;
  file: FileGrant;
  onChooseAnother: () => void;
}

/** The file as it will be read, everything changeable before a single row is imported. */
export function PreviewScreen(props: PreviewScreenProps) {
  const { project, draft, file } = props;
  const inspected = useQuery({
    ...orpc.imports.inspect.queryOptions({ input: { fileId: file.fileId, readAs: draft.readAs } }),
    placeholderData: keepPreviousData,
  });
  const preview = inspected.isError ? undefined : inspected.data;
  const columns = preview ? withChoices(preview.columns, draft.roles) : [];
  const start = useStartImport(project, draft, file, columns);
  return (
    <ScreenFrame
      fill
      wide
      title={t("imports.title")}
      lead={t("imports.lead.preview")}
      actions={<Button onClick={props.onChooseAnother}>{t("imports.chooseAnother")}</Button>}
    >
      <section className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface">
        <FileHeader project={project} file={file} />
        <ReadAsRow
          readAs={{ ...(preview?.readAs ?? UNKNOWN), ...draft.readAs }}
          signs={preview}
          onChange={(change) =>
            changeDraft(project.id, { readAs: { ...draft.readAs, ...change }, roles: {} })
          }
        />
        {inspected.isError ? (
          <div className="p-4">
            <ErrorNotice error={inspected.error} />
          </div>
        ) : preview ? (
          <PreviewBody
            project={project}
            preview={preview}
            columns={columns}
            stale={inspected.isPlaceholderData}
          />
        ) : (
          <p className="p-4 text-muted">{t("imports.preview.looking")}</p>
        )}
        {start.isError ? (
          <div className="px-4 py-2">
            <ErrorNotice error={start.error} />
          </div>
        ) : null}
        {preview && !inspected.isPlaceholderData ? (
          <ImportBar
            project={project}
            draft={draft}
            preview={preview}
            columns={columns}
            starting={start.isPending}
            onImport={() => start.mutate()}
          />
        ) : null}
      </section>
    </ScreenFrame>
  );
}

/** Shown while the file cannot be read at all, so that another way of reading it can be chosen. */
const UNKNOWN: ReadAs = {
  format: "csv",
  encoding: "utf-8",
  delimiter: ",",
  hasHeader: true,
  ...USUAL_DIALECT,
};

function useStartImport(
  project: ProjectInfo,
  draft: ImportDraft,
  file: FileGrant,
  columns: Column[],
) {
  const start = useMutation({
    ...orpc.imports.start.mutationOptions({
      onSuccess: (running) => changeDraft(project.id, { running }),
    }),
    meta: { showsItsOwnError: true },
  });
  const mutate = () =>
    start.mutate({
      fileId: file.fileId,
      readAs: draft.readAs,
      mapping: columns.map(({ name, role }) => ({ column: name, role })),
      ...(draft.split ? { split: draft.split } : {}),
      again: draft.again,
    });
  return { isError: start.isError, error: start.error, isPending: start.isPending, mutate };
}

function FileHeader(props: { project: ProjectInfo; file: FileGrant }) {
  return (
    <header className="flex min-h-10 items-center gap-3 border-b border-line py-1.5 pr-2 pl-4">
      <h2 className="min-w-0 truncate font-semibold" title={props.file.name} dir="auto">
        {props.file.name}
      </h2>
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

function PreviewBody(props: {
  project: ProjectInfo;
  preview: Preview;
  columns: Column[];
  stale: boolean;
}) {
  return (
    <>
      {props.preview.rejects.length > 0 ? <PreviewRejects rows={props.preview.rejects} /> : null}
      <PreviewTable
        taskType={props.project.taskType}
        preview={props.preview}
        columns={props.columns}
        stale={props.stale}
        onRoles={(roles) => changeDraft(props.project.id, { roles })}
      />
    </>
  );
}
