import type { Db } from "./open.ts";

export interface IntegrityProblem {
  problem: "databaseDamaged" | "brokenReference";
  detail: string;
}

/** SQLite's own full check plus foreign keys; an empty list means sound. */
export function checkIntegrity(db: Db): IntegrityProblem[] {
  const problems: IntegrityProblem[] = [];
  for (const row of db.pragma("integrity_check(20)") as { integrity_check: string }[])
    if (row.integrity_check !== "ok")
      problems.push({ problem: "databaseDamaged", detail: row.integrity_check });
  for (const row of db.pragma("foreign_key_check") as { table: string; parent: string }[])
    problems.push({ problem: "brokenReference", detail: `${row.table} → ${row.parent}` });
  return problems;
}
