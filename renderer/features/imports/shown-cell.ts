import { renderTurns } from "../../../shared/features/annotations/conversation.ts";
import { readSpanCell } from "../../../shared/features/imports/span-cell.ts";
import { readTurns } from "../../../shared/features/imports/turns-cell.ts";
import type { Column } from "./column-roles.ts";

/** A cell as people read it: passages by their words, conversations by their turns; all else as it stands. */
export function shownCell(
  cells: readonly string[],
  columns: readonly Column[],
  at: number,
): string {
  const cell = cells[at] ?? "";
  const role = columns[at]?.role;
  if (role === "messages") {
    const turns = readTurns(cell);
    return turns ? renderTurns(turns) : cell;
  }
  if (role !== "spans") return cell;
  const inputs = columns.flatMap((column, index) => (column.role === "input" ? [index] : []));
  const text = cells[inputs[0] ?? -1];
  const read = text === undefined || inputs.length > 1 ? null : readSpanCell(cell, text);
  if (read === null || "problem" in read) return cell;
  const points = Array.from(text ?? "");
  return read.spans
    .map(({ start, end, name }) => `${points.slice(start, end).join("")} → ${name}`)
    .join("\n");
}
