import type { Db } from "./open.ts";

/** Rows in one statement: fewer calls into SQLite; beyond this it makes no difference any more. */
const ROWS_AT_ONCE = 32;

/**
 * Inserts many rows with few calls. `into` names the table and its columns, `tuple` is one row with a `?`
 * for each value given. Rows are written when `flush` returns; call it before the transaction ends.
 */
export function createBulkInsert<Values extends unknown[]>(db: Db, into: string, tuple: string) {
  const sql = (rows: number) => `insert into ${into} values ${Array(rows).fill(tuple).join(",")}`;
  const many = db.prepare(sql(ROWS_AT_ONCE));
  const one = db.prepare(sql(1));
  const width = tuple.split("?").length - 1;
  const full = width * ROWS_AT_ONCE;
  const waiting: unknown[] = Array.from({ length: full });
  let filled = 0;
  return {
    add(...values: Values) {
      for (let index = 0; index < width; index += 1) waiting[filled + index] = values[index];
      filled += width;
      if (filled < full) return;
      many.run(waiting);
      filled = 0;
    },
    flush() {
      for (let from = 0; from < filled; from += width) one.run(waiting.slice(from, from + width));
      filled = 0;
    },
  };
}
