import { z } from "zod";
import type { ShapeRow } from "./shape.ts";

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is unknown[] => Array.isArray(value);
export const objectsIn = (value: unknown): Json[] => (isList(value) ? value.filter(isObject) : []);
export const textsIn = (value: unknown): string[] =>
  isList(value) ? value.filter((each) => typeof each === "string") : [];

/** A value as the text of a cell: nothing for null, empty lists and empty objects. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return JSON.stringify(value);
  return Object.keys(value).length === 0 ? "" : JSON.stringify(value);
}

/** Labels as a column: the only one by itself, several as a list under another name. */
export function labelEntries(names: readonly string[]): [string, string][] {
  const distinct = [...new Set(names)];
  const [only] = distinct;
  if (only === undefined) return [];
  const list: [string, string] = ["labels", JSON.stringify(distinct)];
  if (distinct.length > 1) return [list];
  // A name that could be taken for several is spelt out as well.
  return /[;|]|^\[/.test(only) ? [["label", only], list] : [["label", only]];
}

/** A labelled stretch of text in Unicode code points, from 0, the end not included. */
export interface Span {
  start: number;
  end: number;
  label: string;
}
/** A place that nobody can tell: as JSON it is null, so that the row is refused instead of losing a span. */
export const NO_PLACE = Number.NaN;
/** A place of a text as it stands in a record. */
export const placeOf = (value: unknown): number =>
  Number.isInteger(value) ? Number(value) : NO_PLACE;

export const spanEntries = (spans: readonly Span[]): [string, string][] =>
  spans.length > 0 ? [["spans", JSON.stringify(spans)]] : [];

export const Offset = z.number().int().nonnegative();

/** The same place counted in code points instead of UTF-16 units. */
export const toCodePoints = (text: string, unit: number): number =>
  Array.from(text.slice(0, unit)).length;

/** The text between two places counted in code points. */
export const sliceCodePoints = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join("");

const NAMED_HERE = new Set([
  "label",
  "labels",
  "spans",
  "response",
  "annotator",
  "other answers",
  "suggestions",
]);

/** Values under the names they have; one that would be taken for an answer gets another name. */
export const ownEntries = (values: Json, keys = Object.keys(values)): [string, string][] =>
  keys.flatMap((key): [string, string][] => {
    const text = cellText(values[key]);
    return text === "" ? [] : [[NAMED_HERE.has(key) ? `${key} (data)` : key, text]];
  });

/** Everything of a record that its shape gives no meaning. */
export const restEntries = (row: ShapeRow, used: readonly string[]): [string, string][] =>
  row.keys.flatMap((key): [string, string][] => {
    const text = row.text(key);
    const isEmpty = text === "" || text === "[]" || text === "{}";
    return isEmpty || used.includes(key)
      ? []
      : [[NAMED_HERE.has(key) ? `${key} (data)` : key, text]];
  });
