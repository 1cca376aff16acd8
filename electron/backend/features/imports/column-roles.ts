import { AppError } from "#shared/errors/app-error.ts";
import { type ColumnRole, missingFor } from "#shared/features/imports/column-role.ts";
import type { ColumnMapping } from "#shared/features/imports/contract.ts";
import { guessMapping } from "#shared/features/imports/guess-mapping.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Inspection } from "./inspect-file.ts";

/** A first proposal of what each column of an inspected file means. */
export const guessRoles = ({ columns, rows }: Inspection, taskType: TaskType) =>
  guessMapping(
    columns.map((name, index) => ({ name, values: rows.map((row) => row[index] ?? "") })),
    taskType,
  );

/**
 * One role for each column: as mapped, else "field"; as guessed when nothing was mapped.
 * Throws `unknownColumn` and `noInputColumn`, and `noResponseColumns`.
 */
export function decideRoles(
  found: Inspection,
  mapping: readonly ColumnMapping[],
  taskType: TaskType,
): ColumnRole[] {
  for (const { column } of mapping)
    if (!found.columns.includes(column))
      throw new AppError("unknownColumn", { column, columns: found.columns.join(", ") });
  const chosen =
    mapping.length > 0
      ? new Map(mapping.map(({ column, role }) => [column, role]))
      : guessRoles(found, taskType);
  const roles = found.columns.map((column) => chosen.get(column) ?? "field");
  const missing = missingFor(roles, taskType);
  if (missing === "input") throw new AppError("noInputColumn");
  if (missing === "responses") throw new AppError("noResponseColumns");
  return roles;
}
