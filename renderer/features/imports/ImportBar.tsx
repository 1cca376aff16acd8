import type { Preview } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { Split } from "../../../shared/features/versions/split.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Button, Notice, Select } from "../../ui/index.ts";
import { type Column, hasAnswers } from "./column-roles.ts";
import { changeDraft, type ImportDraft } from "./draft.ts";
import { estimateRows } from "./estimate-rows.ts";
import { roleName } from "./role-text.ts";

interface ImportBarProps {
  project: ProjectInfo;
  draft: ImportDraft;
  preview: Preview;
  columns: Column[];
  starting: boolean;
  onImport: () => void;
}

/** The last questions before importing, and the button that says how many rows it brings. */
export function ImportBar(props: ImportBarProps) {
  const { project, draft, preview, columns } = props;
  const hasInput = columns.some((column) => column.role === "input");
  return (
    <footer className="flex flex-col gap-2.5 border-t border-line px-4 py-3">
      {preview.earlierImport ? (
        <ImportedBefore project={project} draft={draft} earlier={preview.earlierImport} />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SplitChoice project={project} draft={draft} columns={columns} />
        <div className="flex min-w-0 flex-1 items-center justify-end gap-4">
          <output className={`block text-right text-sm ${hasInput ? "text-muted" : "text-danger"}`}>
            {preview.rows.length > 0 ? whatIsMissing(columns, project.taskType) : ""}
          </output>
          <Button
            writes
            look="primary"
            disabled={!hasInput || props.starting || preview.rows.length === 0}
            onClick={props.onImport}
          >
            {props.starting ? t("imports.import.starting") : importText(preview, draft.again)}
          </Button>
        </div>
      </div>
    </footer>
  );
}

function whatIsMissing(columns: Column[], taskType: TaskType): string {
  if (!columns.some((column) => column.role === "input"))
    return t("imports.needsInput", { input: roleName("input", taskType) });
  return hasAnswers(columns, taskType) ? "" : t("imports.noAnswers");
}

function importText(preview: Preview, again: ImportDraft["again"]): string {
  if (preview.earlierImport && again === "skip") return t("imports.import.skip");
  const estimate = estimateRows(preview);
  if (!estimate) return t("imports.import.all");
  const { rows, exact } = estimate;
  return t(exact ? "imports.import.exact" : "imports.import.about", { rows });
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

function ImportedBefore(props: {
  project: ProjectInfo;
  draft: ImportDraft;
  earlier: NonNullable<Preview["earlierImport"]>;
}) {
  const { earlier } = props;
  return (
    <Notice tone="warning" title={t("imports.duplicateOfEarlier")}>
      <fieldset>
        <legend>
          {t("imports.duplicateOfEarlier.text", {
            name: earlier.fileName,
            when: formatDateTime(earlier.importedAtMs),
            imported: earlier.imported,
          })}
        </legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {(["skip", "add"] as const).map((again) => (
            <label key={again} className="flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="again"
                checked={props.draft.again === again}
                onChange={() => changeDraft(props.project.id, { again })}
                className="size-4 accent-(--accent)"
              />
              {t(`imports.again.${again}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </Notice>
  );
}
