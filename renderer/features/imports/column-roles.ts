import { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";

export interface Column {
  name: string;
  role: ColumnRole;
}

const ANSWER_ROLES: Record<TaskType, readonly ColumnRole[]> = {
  classify: ["label"],
  tag: ["labels"],
  write: ["response"],
  chat: ["messages", "response"],
  extract: ["spans"],
  rank: ["messages", "response", "chosen", "rejected", "preference"],
};

/** The meanings a column can have for a task, answers right after the input. */
export const rolesFor = (taskType: TaskType): ColumnRole[] => [
  "input",
  ...ANSWER_ROLES[taskType],
  "group",
  "split",
  "id",
  "field",
];

/** Columns that bring an answer; responses to choose from are none. */
const BRINGS_ANSWER: Partial<Record<TaskType, readonly ColumnRole[]>> = {
  rank: ["chosen", "preference"],
};

/** Whether a column brings the answers that the task asks for. */
export const hasAnswers = (columns: readonly Column[], taskType: TaskType): boolean =>
  columns.some(({ role }) => (BRINGS_ANSWER[taskType] ?? ANSWER_ROLES[taskType]).includes(role));

/** The guessed columns with the user's choices laid over them. */
export const withChoices = (
  guessed: readonly Column[],
  choices: Readonly<Record<string, ColumnRole>>,
): Column[] =>
  guessed.map(({ name, role }) => ({
    name,
    role: (Object.hasOwn(choices, name) ? choices[name] : undefined) ?? role,
  }));

/** What many columns may mean at once. */
const mayRepeat = (role: ColumnRole, taskType: TaskType): boolean =>
  role === "field" || (taskType === "rank" && (role === "response" || role === "rejected"));

/** Gives one column a meaning; whichever column had it before is only kept alongside, where it can have one only. */
export function chooseRole(
  columns: readonly Column[],
  name: string,
  role: ColumnRole,
  taskType: TaskType = "classify",
): Record<string, ColumnRole> {
  const choices = columns.map((column): [string, ColumnRole] => {
    if (column.name === name) return [name, role];
    const loses = column.role === role && !mayRepeat(role, taskType);
    return [column.name, loses ? "field" : column.role];
  });
  return Object.fromEntries(choices);
}
