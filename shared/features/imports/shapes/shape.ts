import type { RefusedRow } from "../draft-row.ts";
import type { ShapeName } from "./shape-name.ts";

/** One record of a file, by the keys it has. */
export interface ShapeRow {
  keys: readonly string[];
  /** As it stands in the file: strings decoded, lists and objects as JSON; "" when absent or null. */
  text(key: string): string;
  /** A list, an object, a number, true or false; undefined for text and for what is absent. */
  json(key: string): unknown;
}

/** Columns of an example; those of no text are left out. */
export type FlatRow = { entries: [name: string, text: string][] } | RefusedRow;

/** How one program writes its records, and what each part of them means here. */
export interface Shape {
  name: ShapeName;
  /** Whether these records, the first of a file, are written this way. */
  recognise(sample: readonly ShapeRow[]): boolean;
  flatten(row: ShapeRow): FlatRow;
}

/** A record from its keys and texts. */
export function createShapeRow(entries: readonly (readonly [string, string])[]): ShapeRow {
  const texts = new Map(entries);
  return {
    keys: [...texts.keys()],
    text: (key) => texts.get(key) ?? "",
    json: (key) => parseJson(texts.get(key) ?? ""),
  };
}

/** Numbers whose digits would be lost stay text, so that an id keeps every one of them. */
export function parseJson(text: string): unknown {
  if (!/^[[{\d\-tf]/.test(text)) return undefined;
  try {
    return JSON.parse(text, keepDigits) as unknown;
  } catch {
    return undefined;
  }
}

function keepDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }) {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source === undefined || String(value) === source ? value : source;
}
