import type { ExamplePayload } from "../annotations/answer-value.ts";
import type { TaskType } from "../projects/task-type.ts";
import type { Split } from "../versions/split.ts";
import type { ColumnRole } from "./column-role.ts";
import type { RejectReason } from "./contract.ts";
import type { DraftAnswer } from "./draft-answer.ts";

export interface DraftExample {
  input: string;
  /** JSON of an `ExamplePayload`; null where the input is all there is. */
  payload: string | null;
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
  /** The number of the first response in a column of preferences; 1 when left out. */
  preferenceCountsFrom?: 0 | 1;
}

/** What a row asks and what it answers. */
export type RowBody =
  | {
      input: string;
      payload: ExamplePayload | null;
      answer: DraftAnswer | null;
      /** The whole text of the input columns, where the input is a part of it. */
      whole?: string;
    }
  | RefusedRow;

export interface RowColumns {
  plan: RowPlan;
  at: (role: ColumnRole) => number[];
  /** The text of all input columns, blank ones left out. */
  texts: (cells: readonly string[]) => string;
}
/** Makes, once for a file, what reads the body of its rows. */
export type RowReader = (columns: RowColumns) => (cells: readonly string[]) => RowBody;
