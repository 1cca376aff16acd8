import Database from "better-sqlite3";

interface PageOfTree {
  pageno: number;
  pagetype: "internal" | "leaf" | "overflow";
}

/** The pages of a table or an index, so that a test damages exactly what it means to. */
export function pagesOf(path: string, name: string): PageOfTree[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[string], PageOfTree>(
        "select pageno, pagetype from dbstat where name = ? order by path",
      )
      .all(name);
  } finally {
    db.close();
  }
}

/** Of the first release. */
export const PAGE_SIZE = 4096;

/** The bytes with one page overwritten by zeros, as a bad sector leaves it. */
export function zeroPage(bytes: Buffer, page: number, pageSize = PAGE_SIZE): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0, (page - 1) * pageSize, page * pageSize);
  return damaged;
}

export function flipBit(bytes: Buffer, at: number, bit = 3): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
  return damaged;
}

/** The same numbers on every run: a failure can be looked at again. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}
