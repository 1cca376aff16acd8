import { recordedValue, TRACKED } from "../recording/tracked.ts";

/**
 * SQL that gives examples the values they had before, or after, recorded changes `c` in one statement, however
 * many they are. The caller adds which changes; each example may be among them once.
 */
export function exampleRestoreSql(side: "before" | "after"): string {
  const ofAnswer = (column: string) =>
    `(select ${column} from main.annotation where id = c.${side} ->> 'annotation_id')`;
  const columns = [
    ...TRACKED.example.map((column) => `${column} = ${recordedValue(column, `c.${side}`)}`),
    // These follow from the answer, so that steps need not carry them.
    `annotator_id = ${ofAnswer("annotator_id")}`,
    `answered_at_ms = ${ofAnswer("created_at_ms")}`,
  ];
  return `update main.example set ${columns.join(", ")} from undo_change c`;
}
