/** A value of a Parquet column as the text of a cell: nested values as JSON, nothing as "". */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  if (value instanceof Date) return dateText(value);
  return JSON.stringify(value, plain) ?? "";
}

/** A day without a time of day stays a day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}

// The rule of JSON.stringify for what JSON cannot say; a Date has become text by then.
function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  return value;
}
