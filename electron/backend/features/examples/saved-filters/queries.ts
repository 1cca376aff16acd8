import { ExampleFilter, type SavedFilter } from "#shared/features/examples/contract.ts";
import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";

/** Filters that people gave a name; they are part of the project. */
export function savedFilterQueries(db: Db) {
  const list = db.prepare<[], { filterId: string; name: string; filter: string }>(
    "select public_id as filterId, name, filter from saved_filter order by id",
  );
  const save = db.prepare(
    `insert into saved_filter (public_id, name, filter, created_at_ms) values (?, ?, ?, ?)
     on conflict (name) do update set filter = excluded.filter`,
  );
  const remove = db.prepare("delete from saved_filter where public_id = ?");
  return {
    list: (): SavedFilter[] =>
      list.all().flatMap(({ filter, ...rest }) => {
        // One that a newer Tacit or somebody else wrote must not keep the others away.
        const known = ExampleFilter.safeParse(JSON.parse(filter));
        return known.success ? [{ ...rest, filter: known.data }] : [];
      }),
    save: (name: string, filter: ExampleFilter) =>
      void save.run(newId(), name, JSON.stringify(filter), Date.now()),
    remove: (filterId: string) => void remove.run(filterId),
  };
}
