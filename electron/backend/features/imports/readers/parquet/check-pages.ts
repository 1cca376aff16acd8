import type { AsyncBuffer, RowGroup } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";

/** Values of one column in one group of rows; lists count each of theirs. */
const MAX_VALUES = 200_000_000;

/**
 * Looks at the sizes that the pages of a group state before they are unpacked. A damaged one could otherwise
 * send the reader backwards, or let it write a billion values that are not there. Throws what is wrong.
 */
export async function checkPages(file: AsyncBuffer, group: RowGroup, maxPageBytes: number) {
  for (const { meta_data: column } of group.columns) {
    if (!column) throw new Error("a column without a description");
    const values = Number(column.num_values);
    const size = Number(column.total_compressed_size);
    const dictionary = Number(column.dictionary_page_offset ?? 0n);
    const start = dictionary > 0 ? dictionary : Number(column.data_page_offset);
    const isInside = start >= 4 && size >= 0 && start + size <= file.byteLength;
    if (!isInside || values < 0 || values > MAX_VALUES) throw new Error("a column out of bounds");
    const view = new DataView(await file.slice(start, start + size));
    walk(view, values, maxPageBytes);
  }
}

function walk(view: DataView, values: number, maxPageBytes: number) {
  const reader = { view, offset: 0 };
  let left = values;
  while (left > 0 && reader.offset < view.byteLength) {
    const header = parquetHeader(reader);
    const packed = header.compressed_page_size;
    const unpacked = header.uncompressed_page_size;
    const rest = view.byteLength - reader.offset;
    if (!isWithin(packed, rest) || !isWithin(unpacked, maxPageBytes))
      throw new Error("a page out of bounds");
    const v2 = header.data_page_header_v2;
    const data = header.data_page_header ?? v2;
    const stated = data ?? header.dictionary_page_header;
    if (stated && !isWithin(stated.num_values, data ? left : MAX_VALUES))
      throw new Error("a page with too many values");
    const levels = v2 ? v2.definition_levels_byte_length + v2.repetition_levels_byte_length : 0;
    if (!isWithin(levels, packed)) throw new Error("a page with too many levels");
    if (v2 && (!isWithin(v2.num_nulls, v2.num_values) || !isWithin(v2.num_rows, v2.num_values)))
      throw new Error("a page with wrong counts");
    if (data) left -= data.num_values;
    reader.offset += packed;
  }
}

const isWithin = (value: number, most: number) => value >= 0 && value <= most;
