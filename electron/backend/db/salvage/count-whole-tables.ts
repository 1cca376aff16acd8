import { openForReading } from "../open.ts";
import { PageFile } from "./page-file.ts";
import { walkTree } from "./walk-tree.ts";

/**
 * Rows of every table, counted page by page; null when any of them cannot be read or is claimed twice.
 * Search tables count as indexes: they are made anew. Throws when not even the schema can be read.
 */
export function countWholeTables(path: string): Map<string, number> | null {
  const file = new PageFile(path);
  try {
    const seen = new Set<number>();
    const counts = new Map<string, number>();
    for (const { name, rootpage, sql, isShadow } of listTables(path)) {
      let rows = 0;
      const hasRowIds = !/\bwithout\s+rowid\b[^)]*$/i.test(sql);
      const news = walkTree(file, rootpage, hasRowIds, seen, () => (rows += 1));
      if (isShadow) continue;
      if (news.gaps.length > 0 || news.badCells > 0) return null;
      counts.set(name, rows);
    }
    return counts;
  } finally {
    file.close();
  }
}

interface TablePlace {
  name: string;
  rootpage: number;
  sql: string;
  isShadow: number;
}

function listTables(path: string): TablePlace[] {
  const db = openForReading(path);
  try {
    return db
      .prepare<[], TablePlace>(
        `select s.name, s.rootpage, s.sql, exists (
           select 1 from sqlite_schema v where v.sql like 'create virtual table%'
             and s.name like replace(v.name, '_', '\\_') || '\\_%' escape '\\') as isShadow
         from sqlite_schema s where s.type = 'table' and s.rootpage > 0 and s.name not like 'sqlite\\_%' escape '\\'`,
      )
      .all();
  } finally {
    db.close();
  }
}
