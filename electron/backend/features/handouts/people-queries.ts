import type { Db } from "../../db/open.ts";

export interface PersonRow {
  key: number;
  annotatorId: string;
  name: string;
  publicKey: string | null;
  trusted: number;
}

/** The people of a project, and whose signature was confirmed. */
export function peopleQueries(db: Db) {
  const people = `select id as key, public_id as annotatorId, name, public_key as publicKey,
      trusted_at_ms is not null as trusted from annotator where kind = 'person'`;
  const list = db.prepare<[], PersonRow>(`${people} order by id`);
  const find = db.prepare<[string], PersonRow>(`${people} and public_id = ?`);
  const insert = db.prepare(
    "insert into annotator (public_id, name, kind) values (@annotatorId, @name, 'person')",
  );
  const trust = db.prepare(
    `update annotator set public_id = @annotatorId, name = @name, public_key = @publicKey,
       trusted_at_ms = @atMs where id = @key`,
  );
  return {
    list: () => list.all(),
    find: (annotatorId: string) => find.get(annotatorId),
    insert: (annotatorId: string, name: string): number =>
      Number(insert.run({ annotatorId, name }).lastInsertRowid),
    /** From now on bundles that are signed so are this person's. */
    trust: (person: {
      key: number;
      annotatorId: string;
      name: string;
      publicKey: string;
      atMs: number;
    }) => void trust.run(person),
  };
}
