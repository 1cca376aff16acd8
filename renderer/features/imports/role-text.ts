import type { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";

const ANSWERED: readonly TaskType[] = ["write", "chat", "rank"];

/** The plain name of a column's meaning, which depends on what is done with the input. */
export function roleName(role: ColumnRole, taskType: TaskType): string {
  if (role !== "input") return t(`imports.role.${role}`);
  return t(ANSWERED.includes(taskType) ? "imports.role.input.answer" : "imports.role.input.judge");
}
