import type { Shape, ShapeRow } from "./shape.ts";
import {
  isList,
  type Json,
  labelEntries,
  NO_PLACE,
  objectsIn,
  restEntries,
  type Span,
  spanEntries,
  textsIn,
} from "./values.ts";

const isTriple = (value: unknown): value is [number, number, string] =>
  isList(value) &&
  Number.isInteger(value[0]) &&
  Number.isInteger(value[1]) &&
  typeof value[2] === "string";

const labelsIn = (row: ShapeRow): unknown => row.json("label") ?? row.json("labels");

/** doccano's JSONL: "label" holds [start, end, name] triples or plain names; intents with slots use "entities" and "cats". */
export const doccano: Shape = {
  name: "doccano",
  recognise(sample) {
    const isRow = (row: ShapeRow) => {
      const labels = labelsIn(row) ?? row.json("entities");
      if (!row.keys.includes("text") || !isList(labels)) return false;
      return labels.every((each) => typeof each === "string" || isTriple(each) || isEntity(each));
    };
    return sample.every(isRow);
  },
  flatten(row) {
    const labels = labelsIn(row);
    const list = isList(labels) ? labels : [];
    const entities = row.json("entities");
    const spans = [...list, ...(isList(entities) ? entities : [])].flatMap(toSpan);
    const names = [...textsIn(list), ...textsIn(row.json("cats"))];
    // One name alone may stand without its list.
    const [single] = isList(labels) ? [] : [row.text("label")].filter(Boolean);
    const used = ["text", "label", "labels", "entities", "cats"];
    return {
      entries: [
        ["text", row.text("text")],
        ...labelEntries(single ? [single] : names),
        ...spanEntries(spans),
        ...restEntries(row, used),
      ],
    };
  },
};

const isEntity = (value: unknown): boolean =>
  objectsIn([value]).some((each) => "start_offset" in each && "end_offset" in each);

function toSpan(value: unknown): Span[] {
  if (isTriple(value)) return [{ start: value[0], end: value[1], label: value[2] }];
  const [entity]: Json[] = objectsIn([value]);
  if (!entity || !isEntity(entity))
    return typeof value === "string" ? [] : [{ start: NO_PLACE, end: NO_PLACE, label: "" }];
  const { start_offset: start, end_offset: end, label } = entity;
  return [{ start: Number(start), end: Number(end), label: String(label) }];
}
