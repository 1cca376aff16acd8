import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { GivenAnswer } from "#shared/features/agreement/ratings.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { readLabel, readLabels } from "#shared/features/imports/label-cell.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { inspectFile } from "../imports/inspect-file.ts";
import { isRejected, type RawRow } from "../imports/readers/raw-row.ts";
import { createRowSource } from "../imports/row-source.ts";
import { parseSpans } from "./span-cell.ts";

export interface AnswerColumns {
  item: readonly string[];
  annotator: string;
  answer: string;
  /** The text that spans count in; without it a text ends where its last span does. */
  text: string | undefined;
}

export interface TableChoice {
  path: string;
  columns: AnswerColumns;
  taskType: TaskType;
  /** What stands in the answer's column where there is none; empty cells and NULL never count. */
  ignored: readonly string[];
  sheet: string | undefined;
}

/** Why a row gave no answer. */
export const LEFT_OUT = ["notReadable", "noItem", "noAnnotator", "noAnswer", "notSpans"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface AnswersOfTable {
  rows: number;
  answers: GivenAnswer[];
  leftOut: Record<LeftOut, number>;
}

/**
 * Answers of several people from any table that can be imported, one row an answer. Throws `unknownColumn`, and
 * what an import throws.
 */
export async function readAnswers(choice: TableChoice): Promise<AnswersOfTable> {
  const { path, columns, sheet } = choice;
  const wanted = sheet === undefined ? {} : { sheet };
  const { readAs, columns: found } = await inspectFile(
    { path, fileName: basename(path), readAs: wanted, scan: null },
    () => false,
  );
  const cellsOf = createCellFinder(found, columns);
  const leftOut = { notReadable: 0, noItem: 0, noAnnotator: 0, noAnswer: 0, notSpans: 0 };
  const answers: GivenAnswer[] = [];
  let rows = 0;
  for await (const piece of createRowSource(path, readAs, found))
    for (const row of piece.rows) {
      rows += 1;
      const given = isRejected(row) ? "notReadable" : answerOf(cellsOf(row), choice);
      if (typeof given === "string") leftOut[given] += 1;
      else answers.push(given);
    }
  return { rows, answers, leftOut };
}

interface AnswerCells {
  item: string[];
  annotator: string;
  answer: string;
  text: string;
}

function createCellFinder(found: readonly string[], columns: AnswerColumns) {
  const placeOf = (column: string): number => {
    const at = found.indexOf(column);
    if (at === -1) throw new AppError("unknownColumn", { column, columns: found.join(", ") });
    return at;
  };
  const item = columns.item.map(placeOf);
  const annotator = placeOf(columns.annotator);
  const answer = placeOf(columns.answer);
  const text = columns.text === undefined ? -1 : placeOf(columns.text);
  return ({ cells }: RawRow): AnswerCells => ({
    item: item.map((at) => cells[at] ?? ""),
    annotator: cells[annotator] ?? "",
    answer: cells[answer] ?? "",
    text: cells[text] ?? "",
  });
}

function answerOf(cells: AnswerCells, choice: TableChoice): GivenAnswer | LeftOut {
  const { item, answer, text } = cells;
  if (item.every((cell) => cell.trim() === "")) return "noItem";
  const annotator = cells.annotator.trim();
  if (annotator === "") return "noAnnotator";
  if (readLabel(answer) === null || choice.ignored.includes(answer.trim())) return "noAnswer";
  const value = valueOf(answer, choice.taskType);
  if (value === null) return "notSpans";
  const known = text === "" ? {} : { length: Array.from(text).length };
  return { item: JSON.stringify(item), annotator, value, ...known };
}

/** Labels go by their names here, and every outcome of a ranking is a label. */
function valueOf(cell: string, taskType: TaskType): AnswerValue | null {
  switch (taskType) {
    case "classify":
    case "rank":
      return { kind: "classify", labelId: readLabel(cell) ?? "" };
    case "tag":
      return { kind: "tag", labelIds: readLabels(cell) };
    case "write":
    case "chat":
      return { kind: "write", response: cell };
    case "extract":
      return parseSpans(cell);
  }
}
