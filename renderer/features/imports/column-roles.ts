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
  chat: ["response"],
  extract: [],
  rank: ["response"],
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

/** Whether a column brings the answers that the task asks for. */
export const hasAnswers = (columns: readonly Column[], taskType: TaskType): boolean =>
  ANSWER_ROLES[taskType].length === 0 ||
  columns.some((column) => ANSWER_ROLES[taskType].includes(column.role));

/** The guessed columns with the user's choices laid over them. */
export const withChoices = (
  guessed: readonly Column[],
  choices: Readonly<Record<string, ColumnRole>>,
): Column[] =>
  guessed.map(({ name, role }) => ({
    name,
    role: (Object.hasOwn(choices, name) ? choices[name] : undefined) ?? role,
  }));

/** Gives one column a meaning; whichever column had it before is only kept alongside. */
export function chooseRole(
  columns: readonly Column[],
  name: string,
  role: ColumnRole,
): Record<string, ColumnRole> {
  const choices = columns.map((column): [string, ColumnRole] => {
    if (column.name === name) return [name, role];
    const loses = column.role === role && role !== "field";
    return [column.name, loses ? "field" : column.role];
  });
  return Object.fromEntries(choices);
}
