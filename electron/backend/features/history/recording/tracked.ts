/** The columns whose changes are recorded, table by table; ids stay, everything else goes back and forth. */
export const TRACKED = {
  example: [
    "status",
    "flagged",
    "annotation_id",
    "label_id",
    "unreviewed",
    "removed_at_ms",
    "split",
    "group_key",
    "disputed",
    "awaits_others",
  ],
  example_text: ["external_id", "input", "payload", "fields"],
  label: ["public_id", "name", "description", "colour", "shortcut", "position", "removed_at_ms"],
  project: [
    "name",
    "task_type",
    "description",
    "licence",
    "attribution",
    "system_prompt",
    "guideline_id",
    "desk",
  ],
  opinion: ["example_id", "annotator_id", "annotation_id", "skipped", "sequence"],
  adjudication: ["withdrawn_at_ms"],
  handout: ["called_back_at_ms"],
  merged_bundle: ["withdrawn_at_ms"],
  rule: ["body", "example_id", "label_ids", "changed_at_ms", "removed_at_ms"],
  revisit: ["second_annotation_id", "done_at_ms"],
} as const;
/** Columns that older steps do not carry; undoing one of those leaves them as they are. */
const ADDED_LATER: ReadonlySet<string> = new Set([
  "group_key",
  "payload",
  "disputed",
  "awaits_others",
  "desk",
]);

/** SQL for the value that a recorded change, the JSON in `values`, has for a column. */
export const recordedValue = (column: string, values: string): string => {
  const value = `${values} ->> '${column}'`;
  return ADDED_LATER.has(column)
    ? `iif(json_type(${values}, '$.${column}') is null, ${column}, ${value})`
    : value;
};

export type TrackedTable = keyof typeof TRACKED;
export const TRACKED_TABLES = Object.keys(TRACKED) as TrackedTable[];

/** Tables whose new rows are recorded too: undo takes them out again. */
export const MADE_BY_STEPS: ReadonlySet<TrackedTable> = new Set(["label", "opinion"]);

/** One row that a step changed; `before` is null for a row that the step made. */
export interface RecordedChange {
  id: number;
  table_name: TrackedTable;
  row_id: number;
  before: string | null;
  after: string | null;
}
