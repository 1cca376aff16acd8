import type { PageFile } from "./page-file.ts";
import { decodeRecord } from "./record.ts";
import { parseTreePage } from "./tree-page.ts";

/** Where each table begins, by name, from whatever is left of the schema anywhere in the file. */
export function findRoots(file: PageFile, tables: ReadonlySet<string>): Map<string, number> {
  const roots = new Map<string, number>();
  const free = file.freePages();
  for (let number = 1; number <= file.pageCount; number += 1) {
    if (roots.size === tables.size) break;
    const page = parseTreePage(file, number);
    if (page?.kind !== "tableLeaf" || free.has(number)) continue;
    for (const cell of page.cells) {
      const table = cell?.payload && tableOf(cell.payload.local);
      if (table && tables.has(table.name) && !roots.has(table.name))
        roots.set(table.name, table.root);
    }
  }
  return roots;
}

/** The text of a big table may run on to a lost page; its name and its place stand before that. */
function tableOf(local: Buffer): { name: string; root: number } | null {
  try {
    const [type, name, on, root] = decodeRecord(local, false);
    if (type !== "table" || typeof name !== "string" || name !== on || typeof root !== "bigint")
      return null;
    return root >= 2n ? { name, root: Number(root) } : null;
  } catch {
    return null;
  }
}
