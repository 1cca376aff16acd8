import { createShapeRow, type ShapeRow } from "#shared/features/imports/shapes/shape.ts";
import { getShape } from "#shared/features/imports/shapes/index.ts";
import type { ShapeName } from "#shared/features/imports/shapes/shape-name.ts";
import { isRejected, type RawRow, type ReadRow, refuse } from "./readers/raw-row.ts";

type Entries = readonly (readonly [string, string])[];

/** A row's values by name, wherever they stand. */
export const entriesOf = ({ cells, others }: RawRow, columns: readonly string[]): Entries => [
  ...columns.map((name, at) => [name, cells[at] ?? ""] as const),
  ...(others ?? []),
];

export const toShapeRow = (row: RawRow, columns: readonly string[]): ShapeRow =>
  createShapeRow(entriesOf(row, columns));

/** Puts values under the columns of the import; values under other names are kept beside them. */
export function createPlacer(columns: readonly string[]) {
  const indexOf = new Map(columns.map((name, index) => [name, index]));
  return function place(lineNumber: number, entries: Entries): RawRow {
    const cells: string[] = Array.from({ length: columns.length }, () => "");
    const others: [string, string][] = [];
    for (const [name, text] of entries) {
      const index = indexOf.get(name);
      if (index !== undefined) cells[index] = text;
      else if (text !== "") others.push([name, text]);
    }
    return others.length > 0 ? { lineNumber, cells, others } : { lineNumber, cells };
  };
}

/** Reads rows as the records of a program, or takes their columns by name when `shape` is null. */
export function createRowShaper(
  shape: ShapeName | null,
  rowColumns: readonly string[],
  columns: readonly string[],
) {
  const place = createPlacer(columns);
  const rule = shape === null ? null : getShape(shape);
  return function shapeRow(row: ReadRow): ReadRow {
    if (isRejected(row)) return row;
    if (!rule) return place(row.lineNumber, entriesOf(row, rowColumns));
    const flat = rule.flatten(toShapeRow(row, rowColumns));
    if (!("reason" in flat)) return place(row.lineNumber, flat.entries);
    const raw = entriesOf(row, rowColumns).map(([, text]) => text);
    return refuse(row.lineNumber, flat.reason, raw.join(" | "), flat.detail);
  };
}
