import { CornerDownLeft } from "lucide-react";
import { missingFor } from "../../../shared/features/imports/column-role.ts";
import type { Preview } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { Split } from "../../../shared/features/versions/split.ts";
import { t } from "../../client/text.ts";
import { Button, Select } from "../../ui/index.ts";
import { type Column, hasAnswers } from "./column-roles.ts";
import { changeDraft, type ImportDraft } from "./draft.ts";
import { estimateRows } from "./estimate-rows.ts";
import { roleName } from "./role-text.ts";

interface ColumnsBarProps {
  project: ProjectInfo;
  draft: ImportDraft;
  preview: Preview;
  columns: Column[];
  onReview: (() => void) | null;
}

/** What the rows are for, what is still missing, and the way on. */
export function ColumnsBar(props: ColumnsBarProps) {
  const { project, draft, preview, columns } = props;
  const missing = missingFor(
    columns.map(({ role }) => role),
    project.taskType,
  );
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3">
      <SplitChoice project={project} draft={draft} columns={columns} />
      <div className="flex min-w-0 flex-1 items-center justify-end gap-4">
        <output
          className={`block text-right text-sm ${missing === null ? "text-muted" : "text-danger"}`}
        >
          {preview.rows.length > 0 ? whatToKnow(preview, columns, project.taskType) : ""}
        </output>
        <Button look="primary" disabled={!props.onReview} onClick={() => props.onReview?.()}>
          {t("imports.toReview")}
          <CornerDownLeft aria-hidden className="size-3.5" />
        </Button>
      </div>
    </footer>
  );
}

function whatToKnow(preview: Preview, columns: Column[], taskType: TaskType): string {
  const missing = missingFor(
    columns.map(({ role }) => role),
    taskType,
  );
  if (missing === "input") return t("imports.needsInput", { input: roleName("input", taskType) });
  if (missing === "responses") return t("imports.needsResponses");
  if (!hasAnswers(columns, taskType)) return t("imports.noAnswers");
  const estimate = estimateRows(preview);
  if (!estimate) return "";
  const { rows, exact } = estimate;
  return t(exact ? "imports.rows.exact" : "imports.rows.about", { rows });
}

function SplitChoice(props: { project: ProjectInfo; draft: ImportDraft; columns: Column[] }) {
  const fromColumn = props.columns.some((column) => column.role === "split");
  return (
    <div className="flex items-center gap-3">
      <Select
        label={t("imports.split")}
        fieldClassName="flex-row! items-center gap-2!"
        className="w-auto!"
        title={t("imports.role.split.term")}
        value={props.draft.split ?? ""}
        onChange={(event) =>
          changeDraft(props.project.id, {
            split: event.target.value === "" ? null : Split.parse(event.target.value),
          })
        }
      >
        <option value="">{t(fromColumn ? "imports.split.column" : "imports.split.later")}</option>
        {Split.options.map((split) => (
          <option key={split} value={split}>
            {t(`common.split.${split}`)}
          </option>
        ))}
      </Select>
      <output className="block text-sm text-muted">
        {props.draft.split === "test" ? t("imports.split.hint") : ""}
      </output>
    </div>
  );
}
