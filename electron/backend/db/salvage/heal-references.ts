import type { Db } from "../open.ts";
import type { TargetTable } from "./target.ts";

interface Reference {
  table: string;
  from: string;
  to: string | null;
}

/**
 * Takes away what refers to rows that are lost: the reference itself where there need not be one, the row
 * where there must. Adds how many rows of each table went to `gone`.
 */
export function healReferences(
  db: Db,
  tables: readonly TargetTable[],
  gone: Map<string, number>,
): void {
  for (let changed = 1; changed > 0;) {
    changed = 0;
    for (const { name } of tables) {
      for (const { from, missing } of listReferences(db, name)) {
        if (isOptional(db, name, from)) {
          changed += db
            .prepare(`update "${name}" set "${from}" = null where ${missing}`)
            .run().changes;
          continue;
        }
        const { changes } = db.prepare(`delete from "${name}" where ${missing}`).run();
        gone.set(name, (gone.get(name) ?? 0) + changes);
        changed += changes;
      }
    }
  }
}

const listReferences = (db: Db, table: string) =>
  (db.pragma(`foreign_key_list("${table}")`) as Reference[]).map(({ table: parent, from, to }) => ({
    from,
    missing: `"${from}" is not null and not exists
      (select 1 from "${parent}" parent where parent."${to ?? "id"}" = "${table}"."${from}")`,
  }));

const isOptional = (db: Db, table: string, column: string): boolean =>
  db
    .prepare(`select "notnull" or pk > 0 from pragma_table_info(?) where name = ?`)
    .pluck()
    .get(table, column) === 0;
