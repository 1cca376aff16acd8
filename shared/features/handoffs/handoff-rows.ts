import type { FrozenAnswer, FrozenExample } from "../versions/frozen-example.ts";
import type { TaskType } from "../projects/task-type.ts";
import { portableSpans } from "./span-rows.ts";

/** The columns of the answer, per task type; the same on every row. */
const ANSWER_COLUMNS: Record<TaskType, readonly string[]> = {
  classify: ["label"],
  tag: ["labels"],
  write: ["response"],
  chat: ["turns"],
  extract: ["spans"],
  rank: ["chosen", "rejected", "responses", "outcome", "preferred", "reasons"],
};

/** What decides beside the task which columns there are. */
export interface RowShape {
  taskType: TaskType;
  /** Whether any response of the version grew out of a given text. */
  hasOriginals: boolean;
}

/** Every column of a hand-off's rows, in order. */
export const columnsOf = ({ taskType, hasOriginals }: RowShape): string[] => [
  "id",
  "input",
  ...ANSWER_COLUMNS[taskType],
  ...(taskType === "write" && hasOriginals ? ["original"] : []),
  "group",
  "split",
  "external_id",
];

function answerValues(
  answer: FrozenAnswer,
  example: FrozenExample,
  { hasOriginals }: RowShape,
): Record<string, unknown> {
  switch (answer.kind) {
    case "classify":
      return { label: answer.label };
    case "tag":
      return { labels: answer.labels };
    case "write":
      return hasOriginals
        ? { response: answer.response, original: answer.original ?? "" }
        : { response: answer.response };
    case "chat":
      // A weight on every assistant turn or on none: loaders infer one type for all rows.
      return {
        turns: answer.turns.map(({ role, content, weight = 1 }) => ({ role, content, weight })),
      };
    case "extract":
      return { spans: portableSpans(example).spans };
    case "rank":
      return rankValues(answer, example);
  }
}

function rankValues(
  { outcome, preferred, reasons }: Extract<FrozenAnswer, { kind: "rank" }>,
  { payload }: FrozenExample,
): Record<string, unknown> {
  const responses = payload?.kind === "rank" ? payload.responses : [];
  const isDecided = preferred !== null;
  return {
    chosen: isDecided ? (responses[preferred] ?? "") : "",
    rejected: isDecided ? responses.filter((_, place) => place !== preferred) : [],
    responses,
    outcome,
    preferred: preferred ?? -1,
    reasons,
  };
}

/** A row with the same keys and types as every other: what is absent is an empty text, never null. */
export const plainRow = (example: FrozenExample, shape: RowShape): Record<string, unknown> => ({
  id: example.exampleId,
  input: example.input,
  ...answerValues(example.answer, example, shape),
  group: example.group ?? "",
  split: example.split,
  external_id: example.externalId ?? "",
});

/** The cells of a CSV row in the order of `columnsOf`; lists and spans are written as JSON. */
export function csvCells(
  example: FrozenExample,
  columns: readonly string[],
  shape: RowShape,
): string[] {
  const row = plainRow(example, shape);
  return columns.map((column) => {
    const value = row[column];
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
