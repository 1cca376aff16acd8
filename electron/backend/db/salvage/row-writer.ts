import type { Db } from "../open.ts";
import type { TargetTable } from "./target.ts";
import type { FoundRow } from "./walk-tree.ts";

export type RowOutcome = "saved" | "known" | "refused";

/** Puts found rows into one table of the new file, whose own rules say what can be a row of it. */
export function createRowWriter(target: Db, table: TargetTable) {
  const statements = new Map<number, ReturnType<Db["prepare"]>>();
  const idAt = table.idColumn === null ? -1 : table.columns.indexOf(table.idColumn);

  /** A row from before a column was added has fewer values; the column's default stands in. */
  function statementFor(width: number) {
    const known = statements.get(width);
    if (known) return known;
    const columns = table.columns.slice(0, width).map((column) => `"${column}"`);
    const statement = target.prepare(
      `insert or abort into "${table.name}" (${columns.join(", ")})
       values (${columns.map(() => "?").join(", ")})`,
    );
    statements.set(width, statement);
    return statement;
  }

  return (row: FoundRow): RowOutcome => {
    const width = row.values.length;
    if (width > table.columns.length || width === 0 || (row.rowId === null) === table.hasRowIds)
      return "refused";
    const values = row.values.map((value, index) =>
      index === idAt && row.rowId !== null ? BigInt(row.rowId) : value,
    );
    try {
      statementFor(width).run(...values);
      return "saved";
    } catch (error) {
      return /UNIQUE|PRIMARYKEY|ROWID/.test((error as { code?: string }).code ?? "")
        ? "known"
        : "refused";
    }
  };
}
export type RowWriter = ReturnType<typeof createRowWriter>;
