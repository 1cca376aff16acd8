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
  ],
  example_text: ["external_id", "input", "fields"],
  label: ["public_id", "name", "description", "colour", "shortcut", "position", "removed_at_ms"],
  project: [
    "name",
    "task_type",
    "description",
    "licence",
    "attribution",
    "system_prompt",
    "guideline_id",
  ],
} as const;
export type TrackedTable = keyof typeof TRACKED;
export const TRACKED_TABLES = Object.keys(TRACKED) as TrackedTable[];

/** One row that a step changed; `before` is null for a row that the step made. */
export interface RecordedChange {
  id: number;
  table_name: TrackedTable;
  row_id: number;
  before: string | null;
  after: string | null;
}
