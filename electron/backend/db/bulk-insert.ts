import type { Db } from "./open.ts";

/** Rows in one statement: fewer calls into SQLite, and beyond this it makes no difference any more. */
const ROWS_AT_ONCE = 25;

/**
 * Inserts many rows with few calls. `into` names the table and its columns, `tuple` is one row with a `?`
 * for each value given. Rows are written when `flush` returns; call it before the transaction ends.
 */
export function createBulkInsert<Values extends unknown[]>(db: Db, into: string, tuple: string) {
  const sql = (rows: number) => `insert into ${into} values ${Array(rows).fill(tuple).join(",")}`;
  const many = db.prepare<unknown[]>(sql(ROWS_AT_ONCE));
  const one = db.prepare<unknown[]>(sql(1));
  let waiting: unknown[] = [];
  let rows = 0;
  return {
    add(...values: Values) {
      for (const value of values) waiting.push(value);
      rows += 1;
      if (rows < ROWS_AT_ONCE) return;
      many.run(waiting);
      waiting = [];
      rows = 0;
    },
    flush() {
      const width = waiting.length / Math.max(rows, 1);
      for (let row = 0; row < rows; row += 1)
        one.run(waiting.slice(row * width, (row + 1) * width));
      waiting = [];
      rows = 0;
    },
  };
}
