import type { TaskType } from "../projects/task-type.ts";
import type { ColumnRole } from "./column-role.ts";
import { findLastExchange } from "./conversation.ts";
import type { DraftAnswer } from "./draft-answer.ts";
import { readChat } from "./draft-chat.ts";
import { readRank } from "./draft-rank.ts";
import type { DraftExample, RefusedRow, RowBody, RowPlan, RowReader } from "./draft-row.ts";
import { readLabel, readLabels } from "./label-cell.ts";
import { readSpanCell } from "./span-cell.ts";
import { findSplit } from "./split-name.ts";

const MAX_LABEL_CHARACTERS = 200;
const MAX_RESPONSE_CHARACTERS = 1_000_000;
/** What the contract lets an answer carry; more could be stored, but never be shown. */
const MAX_LABELS = 500;
const MAX_SPANS = 10_000;
/** Columns that may answer; of several the first that is filled counts. */
const ANSWER_ROLES: Partial<Record<TaskType, readonly ColumnRole[]>> = {
  classify: ["label"],
  tag: ["labels", "label"],
  write: ["response"],
};

/** The columns that examples are made of; all others are kept as fields. */
function usedColumns(taskType: TaskType, at: (role: ColumnRole) => number[]): number[] {
  const first = (role: ColumnRole) => at(role).slice(0, 1);
  const inputs = at("input");
  const messages = first("messages");
  if (taskType === "extract") return [...inputs, ...first("spans")];
  if (taskType === "chat")
    return messages.length > 0 ? messages : [...inputs, ...first("response")];
  if (taskType === "rank") {
    const responses = [...at("chosen"), ...at("rejected"), ...at("response")];
    const asked = messages.length > 0 ? messages : inputs;
    return [...asked, ...responses, ...first("preference")];
  }
  const answers = (ANSWER_ROLES[taskType] ?? []).flatMap(at);
  return [...inputs, ...(taskType === "tag" ? answers : answers.slice(0, 1))];
}

/** Turns the rows of one file into examples, column by column as mapped. */
export function createDrafter(plan: RowPlan) {
  const at = (role: ColumnRole) => plan.roles.flatMap((r, index) => (r === role ? [index] : []));
  const inputs = at("input");
  const [group] = at("group");
  const [split] = at("split");
  const [id] = at("id");
  const meaningful = new Set([group, split, id, ...usedColumns(plan.taskType, at)]);
  const fieldColumns = plan.columns.flatMap((name, index) =>
    meaningful.has(index) ? [] : [{ index, key: `${JSON.stringify(name)}:` }],
  );
  const wholeKey = JSON.stringify(plan.columns[inputs[0] ?? 0] ?? "messages");
  const textOf = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? "" : (cells[column] ?? "");
  const texts = (cells: readonly string[]): string => {
    const parts: string[] = [];
    for (const column of inputs) {
      const text = textOf(cells, column);
      if (text.trim() !== "") parts.push(text);
    }
    return parts.length === 1 ? (parts[0] ?? "") : parts.join("\n\n");
  };
  const readBody = READERS[plan.taskType]({ plan, at, texts });

  /** `others` are values of columns that the sample did not show; they become fields. */
  return function draft(
    cells: readonly string[],
    others: readonly (readonly [string, string])[],
    rowNumber: number,
  ): DraftExample | RefusedRow {
    const body = readBody(cells);
    if ("reason" in body) return body;
    if (body.input.trim() === "") return { reason: "noInput", detail: "" };
    const splitCell = textOf(cells, split).trim();
    const ownSplit = splitCell === "" ? null : findSplit(splitCell);
    if (ownSplit === undefined) return { reason: "unknownSplit", detail: splitCell.slice(0, 60) };
    const withheld = plan.unansweredEvery > 0 && rowNumber % plan.unansweredEvery === 0;
    const kept = fieldColumns.flatMap(({ index, key }) =>
      cells[index] ? [key + JSON.stringify(cells[index])] : [],
    );
    if (body.whole !== undefined) kept.push(`${wholeKey}:${JSON.stringify(body.whole)}`);
    for (const [name, value] of others)
      if (value !== "") kept.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
    return {
      input: body.input,
      payload: body.payload === null ? null : JSON.stringify(body.payload),
      answer: withheld ? null : body.answer,
      group: textOf(cells, group).trim() || null,
      split: plan.split ?? ownSplit,
      externalId: textOf(cells, id) || null,
      fields: `{${kept.join(",")}}`,
    };
  };
}

/** Reads texts that are judged or answered; of a conversation only its last exchange. */
const readText: RowReader = ({ plan, at, texts }) => {
  const { taskType } = plan;
  const columns = (ANSWER_ROLES[taskType] ?? []).flatMap(at);
  // Only tags may stand in one of several columns.
  const candidates = taskType === "tag" ? columns : columns.slice(0, 1);
  return function readBody(cells): RowBody {
    const whole = texts(cells);
    const exchange = findLastExchange(whole);
    const column = candidates.find((each) => cells[each] !== "") ?? candidates[0];
    const own = column === undefined ? "" : (cells[column] ?? "");
    const cell = own === "" && taskType === "write" ? (exchange?.response ?? "") : own;
    const input = exchange?.input ?? whole;
    const answer = taskType === "write" ? readResponse(cell) : readNames(taskType, cell);
    if (answer && "reason" in answer) return answer;
    return exchange ? { input, payload: null, answer, whole } : { input, payload: null, answer };
  };
};

/** Reads texts with labelled stretches. */
const readExtract: RowReader = ({ at, texts }) => {
  const inputs = at("input");
  const [column] = at("spans");
  return function readBody(cells): RowBody {
    const input = texts(cells);
    const cell = column === undefined ? null : readSpanCell(cells[column] ?? "", input);
    if (cell === null) return { input, payload: null, answer: null };
    if ("problem" in cell) return { reason: cell.problem, detail: cell.detail };
    // Offsets count in one text; where several were put together nobody can tell in which.
    if (inputs.filter((each) => cells[each]?.trim()).length > 1)
      return { reason: "spansOutside", detail: "" };
    const { spans } = cell;
    if (spans.length > MAX_SPANS)
      return { reason: "tooLong", detail: `${spans.length} > ${MAX_SPANS}` };
    if (spans.some(({ name }) => name.length > MAX_LABEL_CHARACTERS))
      return { reason: "tooLong", detail: `> ${MAX_LABEL_CHARACTERS}` };
    return { input, payload: null, answer: { kind: "spans", spans } };
  };
};

const READERS: Record<TaskType, RowReader> = {
  classify: readText,
  tag: readText,
  write: readText,
  extract: readExtract,
  chat: readChat,
  rank: readRank,
};

function readResponse(cell: string): DraftAnswer | RefusedRow | null {
  if (cell.trim() === "") return null;
  if (cell.length > MAX_RESPONSE_CHARACTERS)
    return { reason: "tooLong", detail: `${cell.length} > ${MAX_RESPONSE_CHARACTERS}` };
  return { kind: "response", text: cell };
}

function readNames(taskType: TaskType, cell: string): DraftAnswer | RefusedRow | null {
  const names = taskType === "tag" ? readLabels(cell) : [readLabel(cell)].filter((n) => n !== null);
  const [name] = names;
  if (name === undefined) return null;
  if (names.some((each) => each.length > MAX_LABEL_CHARACTERS))
    return { reason: "tooLong", detail: `> ${MAX_LABEL_CHARACTERS}` };
  if (names.length > MAX_LABELS)
    return { reason: "tooLong", detail: `${names.length} > ${MAX_LABELS}` };
  return taskType === "tag" ? { kind: "labels", names } : { kind: "label", name };
}
