import type { Shape, ShapeRow } from "./shape.ts";
import {
  cellText,
  labelEntries,
  objectsIn,
  placeOf,
  restEntries,
  type Span,
  spanEntries,
  textsIn,
} from "./values.ts";

const DECISIONS = new Set(["accept", "reject", "ignore"]);

/** Prodigy's JSONL: what was shown, and whether the annotator accepted, rejected or ignored it. */
export const prodigy: Shape = {
  name: "prodigy",
  recognise: (sample) =>
    sample.every(
      (row) =>
        DECISIONS.has(row.text("answer")) &&
        ["_input_hash", "_task_hash", "spans", "options", "accept", "label"].some((key) =>
          row.keys.includes(key),
        ),
    ),
  flatten(row) {
    const isAccepted = row.text("answer") === "accept";
    const by = row.text("_annotator_id") || row.text("_session_id");
    const answers = answerEntries(row);
    const id = metaId(row);
    return {
      entries: [
        ...(id ? [["id", id] as [string, string]] : []),
        ["text", row.text("text")],
        // What was rejected is kept, but it is nobody's answer.
        ...(isAccepted
          ? answers
          : answers.map(([name, text]): [string, string] => [`${name} (data)`, text])),
        ...(by ? [["annotator", by] as [string, string]] : []),
        ["decision", row.text("answer")],
        ...restEntries(row, [
          "text",
          "label",
          "spans",
          "options",
          "accept",
          "answer",
          "_annotator_id",
          "_session_id",
        ]),
      ],
    };
  },
};

function answerEntries(row: ShapeRow): [string, string][] {
  const names = new Map(
    objectsIn(row.json("options")).map(({ id, text }) => [
      cellText(id),
      cellText(text) || cellText(id),
    ]),
  );
  const accept = row.json("accept");
  const accepted = Array.isArray(accept) ? accept.map(cellText) : textsIn(accept);
  const single = row.text("label");
  const labels =
    accepted.length > 0 ? accepted.map((id) => names.get(id) ?? id) : single ? [single] : [];
  const spans = objectsIn(row.json("spans")).map((span): Span => ({
    start: placeOf(span["start"]),
    end: placeOf(span["end"]),
    label: cellText(span["label"]),
  }));
  return [...labelEntries(labels), ...spanEntries(spans)];
}

function metaId(row: ShapeRow): string {
  const [meta] = objectsIn([row.json("meta")]);
  return cellText(meta?.["id"]);
}
