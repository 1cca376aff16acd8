import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import { missingFor } from "../../../shared/features/imports/column-role.ts";
import type { Preview } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, ScreenFrame } from "../../ui/index.ts";
import { type Column, withChoices } from "./column-roles.ts";
import { changeDraft, type DraftPage, type ImportDraft } from "./draft.ts";
import { ReadPage } from "./ReadPage.tsx";
import { ReviewPage } from "./ReviewPage.tsx";
import { StepBar } from "./StepBar.tsx";
import { type ImportRequest, useReview } from "./use-review.ts";
import { standingOf, type WizardStep } from "./wizard-steps.ts";

interface PrepareFileProps {
  project: ProjectInfo;
  draft: ImportDraft;
  file: FileGrant;
  onChooseAnother: () => void;
}

/** Files up to this size are gone through while the columns are still being looked at. Bytes. */
const SMALL_FILE = 8_000_000;

/** The file as it will be read, then what importing it would do; nothing is written yet. */
export function PrepareFile(props: PrepareFileProps) {
  const { project, draft, file } = props;
  const inspected = useQuery({
    ...orpc.imports.inspect.queryOptions({ input: { fileId: file.fileId, readAs: draft.readAs } }),
    placeholderData: keepPreviousData,
  });
  const preview = inspected.isError ? undefined : inspected.data;
  const columns = preview ? withChoices(preview.columns, draft.roles) : [];
  const request = inspected.isPlaceholderData
    ? null
    : requestOf(file, draft, preview, columns, props.project.taskType);
  const reviewing = useReview(request, draft.page === "review" || file.bytes <= SMALL_FILE);
  const start = useStartImport(project.id);
  const goTo = (page: DraftPage) => changeDraft(project.id, { page, cancelled: false });
  const isReview = draft.page === "review" && (request !== null || inspected.isPending);
  return (
    <ScreenFrame
      fill
      wide
      title={t("imports.title")}
      actions={<Button onClick={props.onChooseAnother}>{t("imports.chooseAnother")}</Button>}
    >
      <StepBar
        standing={standingOf({
          page: isReview ? "review" : "read",
          hasFile: true,
          canReview: request !== null,
          job: "none",
        })}
        onStep={(step) => goTo(PAGE_OF[step] ?? "read")}
      />
      {isReview ? (
        <ReviewPage
          project={project}
          draft={draft}
          file={file}
          preview={preview}
          reviewing={reviewing}
          starting={start}
          onBack={() => goTo("read")}
          onImport={(again) => request && start.mutate({ ...request, again })}
        />
      ) : (
        <ReadPage
          project={project}
          draft={draft}
          file={file}
          inspected={inspected}
          preview={preview}
          columns={columns}
          onReview={request ? () => goTo("review") : null}
        />
      )}
    </ScreenFrame>
  );
}

const PAGE_OF: Partial<Record<WizardStep, DraftPage>> = {
  source: "source",
  readAs: "read",
  columns: "read",
  review: "review",
};

/** Null as long as the file cannot be imported this way. */
function requestOf(
  file: FileGrant,
  draft: ImportDraft,
  preview: Preview | undefined,
  columns: readonly Column[],
  taskType: TaskType,
): ImportRequest | null {
  const roles = columns.map(({ role }) => role);
  if (!preview || missingFor(roles, taskType) !== null) return null;
  if (preview.rows.length === 0) return null;
  return {
    fileId: file.fileId,
    readAs: draft.readAs,
    mapping: columns.map(({ name, role }) => ({ column: name, role })),
    ...(draft.split ? { split: draft.split } : {}),
  };
}

function useStartImport(projectId: string) {
  return useMutation({
    ...orpc.imports.start.mutationOptions({
      onSuccess: (running) => changeDraft(projectId, { running, cancelled: false }),
    }),
    meta: { showsItsOwnError: true },
  });
}
/** The press on Import, as far as the review has to know of it. */
export interface Starting {
  isPending: boolean;
  error: unknown;
}
