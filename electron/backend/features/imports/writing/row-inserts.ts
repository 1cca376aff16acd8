import type { Split } from "#shared/features/versions/split.ts";
import { createBulkInsert } from "../../../db/bulk-insert.ts";
import type { Db } from "../../../db/open.ts";

/** What is the same for every row of one import; numbers only, because they become part of the statements. */
export interface RowConstants {
  importKey: number;
  annotatorKey: number;
  atMs: number;
}

type Place = [
  key: number,
  hash: number,
  characters: number,
  group: string | null,
  split: Split | null,
];

type Text = [
  key: number,
  publicId: string,
  lineNumber: number,
  externalId: string | null,
  input: string,
  fields: string,
];

const TEXT = "id, public_id, line_number, external_id, input, fields";
const PLACE = "id, import_id, input_hash, characters, group_key, split";
const ANSWER = "status, unreviewed, annotator_id, answered_at_ms, annotation_id, label_id";

/** The statements that a million rows go through, with as few values to bind as can be. */
export function createRowInserts(db: Db, { importKey, annotatorKey, atMs }: RowConstants) {
  const open = createBulkInsert<Place>(db, `example (${PLACE})`, `(?,${importKey},?,?,?,?)`);
  const answered = createBulkInsert<[...Place, annotationKey: number, labelKey: number | null]>(
    db,
    `example (${PLACE}, ${ANSWER})`,
    `(?,${importKey},?,?,?,?,'labelled',1,${annotatorKey},${atMs},?,?)`,
  );
  const text = createBulkInsert<Text>(db, `example_text (${TEXT})`, "(?,?,?,?,?,?)");
  const textWithPayload = createBulkInsert<[...Text, payload: string]>(
    db,
    `example_text (${TEXT}, payload)`,
    "(?,?,?,?,?,?,?)",
  );
  const annotation = createBulkInsert<[key: number, exampleKey: number, value: string]>(
    db,
    "annotation (id, example_id, annotator_id, created_at_ms, value)",
    `(?,?,${annotatorKey},${atMs},?)`,
  );
  return {
    open,
    answered,
    text,
    textWithPayload,
    annotation,
    flush() {
      open.flush();
      answered.flush();
      text.flush();
      textWithPayload.flush();
      annotation.flush();
    },
  };
}
export type RowInserts = ReturnType<typeof createRowInserts>;
