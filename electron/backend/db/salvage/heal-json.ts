import { z } from "zod";
import { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { Db } from "../open.ts";

/** Columns that hold JSON: what stands in for a text that a flipped bit made unreadable; none takes the row. */
const JSON_COLUMNS: readonly [table: string, column: string, standIn?: string | null][] = [
  ["example", "fields", "{}"],
  ["example", "payload", null],
  ["example_text", "fields", "{}"],
  ["example_text", "payload", null],
  ["saved_filter", "filter"],
  ["annotation", "value"],
  ["project", "desk", "{}"],
  ["project", "slice", null],
  ["adjudication", "considered", "[]"],
  ["rule", "label_ids", "[]"],
  ["suggestion", "value", null],
  ["suggestion_use", "value"],
  ["merged_bundle", "counts", "{}"],
  ["undo_change", "before"],
  ["undo_change", "after"],
  [
    "source_import",
    "read_as",
    '{"format":"csv","encoding":"utf-8","delimiter":",","hasHeader":true}',
  ],
  ["check_report", "report"],
  ["finding", "body"],
  ["dataset_version", "plan"],
  ["dataset_version", "counts"],
  ["dataset_version", "labels"],
  ["version_example", "payload", null],
  ["version_example", "answer"],
  ["job", "progress", '{"phase":"waiting","done":0}'],
  ["job", "error", null],
  ["training_run", "hyperparameters", "{}"],
  ["training_run", "connection", null],
  ["comparison", "result", null],
  ["comparison_item", "base_output", null],
  ["comparison_item", "tuned_output", null],
];

const Fields = z.record(z.string(), z.string());
const SHAPES: Record<string, (value: unknown) => boolean> = {
  "annotation.value": (value) => AnswerValue.safeParse(value).success,
  "suggestion.value": (value) => AnswerValue.safeParse(value).success,
  "suggestion_use.value": (value) => AnswerValue.safeParse(value).success,
  "example.payload": (value) => ExamplePayload.safeParse(value).success,
  "example.fields": (value) => Fields.safeParse(value).success,
  "example_text.payload": (value) => ExamplePayload.safeParse(value).success,
  "example_text.fields": (value) => Fields.safeParse(value).success,
};

function isReadable(table: string, column: string, text: string): boolean {
  try {
    return SHAPES[`${table}.${column}`]?.(JSON.parse(text)) ?? true;
  } catch {
    return false;
  }
}

/** Every screen that lists rows would fail on one whose JSON cannot be read. Returns how many rows went. */
export function healJson(db: Db): Map<string, number> {
  const gone = new Map<string, number>();
  db.function("tacit_readable", { deterministic: true }, (table, column, text) =>
    isReadable(String(table), String(column), String(text)) ? 1 : 0,
  );
  for (const [table, column, standIn] of JSON_COLUMNS) {
    const isThere = db.prepare("select 1 from pragma_table_info(?) where name = ?");
    if (!isThere.get(table, column)) continue;
    const broken = `"${column}" is not null and not tacit_readable('${table}', '${column}', "${column}")`;
    if (standIn !== undefined)
      db.prepare(`update "${table}" set "${column}" = ? where ${broken}`).run(standIn);
    else {
      const { changes } = db.prepare(`delete from "${table}" where ${broken}`).run();
      gone.set(table, (gone.get(table) ?? 0) + changes);
    }
  }
  return gone;
}
