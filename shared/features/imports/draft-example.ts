import type { TaskType } from "../projects/task-type.ts";
import type { Split } from "../versions/split.ts";
import type { ColumnRole } from "./column-role.ts";
import type { RejectReason } from "./contract.ts";
import { findLastExchange } from "./conversation.ts";
import { readLabel, readLabels } from "./label-cell.ts";
import { findSplit } from "./split-name.ts";

/** What the answer columns of a row say; labels by name, because their ids are known only on writing. */
export type DraftAnswer =
  | { kind: "label"; name: string }
  | { kind: "labels"; names: string[] }
  | { kind: "response"; text: string };

export interface DraftExample {
  input: string;
  answer: DraftAnswer | null;
  group: string | null;
  split: Split | null;
  externalId: string | null;
  /** JSON object of the columns kept as fields; empty cells are left out. */
  fields: string;
}
export interface RefusedRow {
  reason: RejectReason;
  detail: string;
}

export interface RowPlan {
  taskType: TaskType;
  columns: readonly string[];
  /** One role for each column. */
  roles: readonly ColumnRole[];
  /** Puts every row in this split. */
  split: Split | null;
  /** Leaves every n-th row unanswered, so that a sample project has something to label; 0 leaves none. */
  unansweredEvery: number;
}

const MAX_LABEL_CHARACTERS = 200;
const MAX_RESPONSE_CHARACTERS = 1_000_000;
/** What the contract lets an answer carry; more could be stored, but never be shown. */
const MAX_LABELS = 500;
const ANSWER_ROLES: Partial<Record<TaskType, readonly ColumnRole[]>> = {
  classify: ["label"],
  tag: ["labels", "label"],
  write: ["response"],
};

/** Turns the rows of one file into examples, column by column as mapped. */
export function createDrafter(plan: RowPlan) {
  const at = (role: ColumnRole) => plan.roles.flatMap((r, index) => (r === role ? [index] : []));
  const inputs = at("input");
  const [group] = at("group");
  const [split] = at("split");
  const [id] = at("id");
  const answerRoles = ANSWER_ROLES[plan.taskType] ?? [];
  const [answerColumn, ...moreColumns] = answerRoles.flatMap(at);
  // Only labels may stand in one of several columns.
  const spareColumns = plan.taskType === "tag" ? moreColumns : [];
  const meaningful = new Set([...inputs, group, split, id, answerColumn, ...spareColumns]);
  const fieldColumns = plan.columns.flatMap((name, index) =>
    meaningful.has(index) ? [] : [{ index, key: `${JSON.stringify(name)}:` }],
  );
  const conversationKey = JSON.stringify(plan.columns[inputs[0] ?? 0] ?? "messages");
  const textOf = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? "" : (cells[column] ?? "");

  /** `others` are values of columns that the sample did not show; they become fields. */
  return function draft(
    cells: readonly string[],
    others: readonly (readonly [string, string])[],
    rowNumber: number,
  ): DraftExample | RefusedRow {
    const parts: string[] = [];
    for (const column of inputs) {
      const text = textOf(cells, column);
      if (text.trim() !== "") parts.push(text);
    }
    const only = parts.length === 1 ? (parts[0] ?? "") : parts.join("\n\n");
    const exchange = findLastExchange(only);
    const input = exchange?.input ?? only;
    if (input.trim() === "") return { reason: "noInput", detail: "" };
    const splitCell = textOf(cells, split).trim();
    const ownSplit = splitCell === "" ? null : findSplit(splitCell);
    if (ownSplit === undefined) return { reason: "unknownSplit", detail: splitCell.slice(0, 60) };
    const spare = spareColumns.find((column) => textOf(cells, column) !== "");
    const answerCell =
      textOf(cells, answerColumn) ||
      textOf(cells, spare) ||
      (plan.taskType === "write" ? (exchange?.response ?? "") : "");
    const withheld = plan.unansweredEvery > 0 && rowNumber % plan.unansweredEvery === 0;
    const answer = withheld ? null : readAnswer(plan.taskType, answerCell);
    if (answer && "reason" in answer) return answer;
    const kept = fieldColumns.flatMap(({ index, key }) =>
      cells[index] ? [key + JSON.stringify(cells[index])] : [],
    );
    if (exchange) kept.push(`${conversationKey}:${JSON.stringify(only)}`);
    for (const [name, value] of others)
      if (value !== "") kept.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
    return {
      input,
      answer,
      group: textOf(cells, group).trim() || null,
      split: plan.split ?? ownSplit,
      externalId: textOf(cells, id) || null,
      fields: `{${kept.join(",")}}`,
    };
  };
}

function readAnswer(taskType: TaskType, cell: string): DraftAnswer | RefusedRow | null {
  if (taskType === "write") {
    if (cell.trim() === "") return null;
    if (cell.length > MAX_RESPONSE_CHARACTERS)
      return { reason: "tooLong", detail: `${cell.length} > ${MAX_RESPONSE_CHARACTERS}` };
    return { kind: "response", text: cell };
  }
  const names = taskType === "tag" ? readLabels(cell) : [readLabel(cell)].filter((n) => n !== null);
  const [name] = names;
  if (name === undefined) return null;
  if (names.some((each) => each.length > MAX_LABEL_CHARACTERS))
    return { reason: "tooLong", detail: `> ${MAX_LABEL_CHARACTERS}` };
  if (names.length > MAX_LABELS)
    return { reason: "tooLong", detail: `${names.length} > ${MAX_LABELS}` };
  return taskType === "tag" ? { kind: "labels", names } : { kind: "label", name };
}
