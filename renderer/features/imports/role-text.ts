import type { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";

const ANSWERED: readonly TaskType[] = ["write", "chat", "rank"];

/** The plain name of a column's meaning, which depends on what is done with the input. */
export function roleName(role: ColumnRole, taskType: TaskType): string {
  if (role === "response" && taskType === "rank") return t("imports.role.response.choose");
  if (role !== "input") return t(`imports.role.${role}`);
  return t(ANSWERED.includes(taskType) ? "imports.role.input.answer" : "imports.role.input.judge");
}

/** What a column with this meaning holds, in a sentence. */
export const roleText = (role: ColumnRole, taskType: TaskType): string =>
  role === "response" && taskType === "rank"
    ? t("imports.role.response.choose.text")
    : t(`imports.role.${role}.text`);
