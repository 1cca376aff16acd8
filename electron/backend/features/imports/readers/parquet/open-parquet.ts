import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { AppError } from "#shared/errors/app-error.ts";
import type { FileFacts } from "#shared/features/imports/contract.ts";
import { noLayout, type OpenTable } from "../open-table.ts";
import type { RawRow } from "../raw-row.ts";
import { checkPages } from "./check-pages.ts";
import { nameNumber, type NamedNumbers, readClassLabels } from "./class-labels.ts";
import { readGroup } from "./read-group.ts";
import { valueText } from "./value-text.ts";

/** A group of rows can only be unpacked whole, so its size bounds the memory needed. */
const MAX_GROUP_BYTES = 1_000_000_000;
/** One page inside a group; writers make them of one megabyte. */
const MAX_PAGE_BYTES = 512_000_000;
const ROWS_AT_ONCE = 1000;

/** Opens a Parquet file. One group of rows is in memory at a time. */
export async function openParquet(path: string): Promise<OpenTable> {
  const file = openSync(path, "r");
  try {
    return await open(file);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

async function open(file: number): Promise<OpenTable> {
  const bytes = fstatSync(file).size;
  const buffer = bufferOf(file, bytes);
  const metadata = await parquetMetadataAsync(buffer);
  checkGroups(metadata);
  const columns = topColumns(metadata);
  const labels = readClassLabels(metadata.key_value_metadata);
  const named = columns.filter((name) => labels.has(name));
  const notes: FileFacts["notes"] =
    named.length > 0 ? [{ code: "classLabels", count: named.length, names: named.join(", ") }] : [];
  const total = Math.max(1, Number(metadata.num_rows));
  return {
    columns,
    readAs: { ...noLayout, format: "parquet" },
    facts: { notes },
    close: () => closeSync(file),
    async *rows() {
      let start = 0;
      for (const group of metadata.row_groups) {
        const end = start + Number(group.num_rows);
        await checkPages(buffer, group, MAX_PAGE_BYTES);
        const range = { rowStart: start, rowEnd: end };
        const values = await readGroup(buffer, metadata, range, boundedCompressors);
        const writers = columns.map((name) => createWriter(values.get(name), labels.get(name)));
        for (let from = start; from < end; from += ROWS_AT_ONCE) {
          const count = Math.min(ROWS_AT_ONCE, end - from);
          const rows = Array.from({ length: count }, (_, index): RawRow => {
            const cells = writers.map((write) => write());
            return { lineNumber: from + index + 1, cells };
          });
          yield { rows, at: Math.round((bytes * (from + count)) / total) };
        }
        start = end;
      }
    },
  };
}

/** Writes one value of a column after another as text. */
const createWriter =
  (next: (() => unknown) | undefined, label: NamedNumbers | undefined): (() => string) =>
  () => {
    const value = next?.();
    return valueText(label ? nameNumber(value, label) : value);
  };

/** Asks each unpacker first how much it is about to make. */
const boundedCompressors = Object.fromEntries(
  Object.entries(compressors).map(([name, unpack]) => [
    name,
    (input: Uint8Array, length: number) => {
      if (length > MAX_PAGE_BYTES) throw tooLarge(MAX_PAGE_BYTES);
      const made = unpack(input, length);
      if (made.length > MAX_PAGE_BYTES) throw tooLarge(MAX_PAGE_BYTES);
      return made;
    },
  ]),
);

function bufferOf(file: number, byteLength: number): AsyncBuffer {
  return {
    byteLength,
    slice(start, end = byteLength) {
      const wanted = Math.max(0, Math.min(end, byteLength) - start);
      if (wanted > MAX_GROUP_BYTES) throw tooLarge(MAX_GROUP_BYTES);
      const bytes = Buffer.alloc(wanted);
      let read = 0;
      while (read < wanted) {
        const more = readSync(file, bytes, read, wanted - read, start + read);
        if (more === 0) throw new Error("the file ends too early");
        read += more;
      }
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + wanted);
    },
  };
}

function checkGroups(metadata: FileMetaData) {
  let rows = 0;
  for (const group of metadata.row_groups) {
    rows += Number(group.num_rows);
    if (Number(group.total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(MAX_GROUP_BYTES);
  }
  if (rows !== Number(metadata.num_rows)) throw new Error("row counts disagree");
}

/** Names of the columns, without what lies inside them. */
function topColumns({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let child = schema[at]?.num_children ?? 0; child > 0; child -= 1) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) names.push(schema[at]?.name ?? "");
  return names;
}

const tooLarge = (bytes: number) =>
  new AppError("tooMuchInside", { name: "", limit: Math.round(bytes / 1_000_000) });
