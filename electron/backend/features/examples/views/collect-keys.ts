import { AppError } from "#shared/errors/app-error.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { KeyQueries } from "./queries.ts";
import { merge, sift, type SortedKeys } from "./sorted-keys.ts";

/** Examples looked at between two looks at whether anybody still wants the list. */
const WINDOW = 100_000;
/** Texts read one by one while the search index is being made: about a second's worth. */
const UNINDEXED_AT_MOST = 50_000;

export interface CollectedKeys {
  keys: SortedKeys;
  revision: number;
}

function scan(
  queries: KeyQueries,
  sql: { conditions: string[]; params: object },
  isStopped: () => boolean,
): SortedKeys {
  const largest = queries.largest();
  const found: number[] = [];
  for (let after = 0; after < largest; after += WINDOW) {
    if (isStopped()) throw new AppError("cancelled");
    for (const key of queries.listBetween(sql, { after, upTo: after + WINDOW })) found.push(key);
  }
  return Int32Array.from(found);
}

function search(
  queries: KeyQueries,
  filter: ExampleFilter,
  match: { wanted: string | null; unwanted: string | null },
) {
  const through = queries.indexedThrough();
  const rest = queries.listUnindexed(filter.text ?? "", through + UNINDEXED_AT_MOST);
  const stale = queries.listStale();
  if (match.wanted === null) {
    const unwanted = queries.listHits(match.unwanted ?? "");
    return { unwanted, stale, rest: Int32Array.from(rest), through };
  }
  const known = sift(queries.listHits(match.wanted), stale, false);
  return { found: merge(known, Int32Array.from(rest)) };
}

/** The keys of all examples of a filter, in file order. Reads the narrow table, and the index for the words. */
export function collectKeys(
  queries: KeyQueries,
  filter: ExampleFilter,
  isStopped: () => boolean,
): CollectedKeys {
  const revision = queries.revision();
  const sql = queries.sql(filter);
  const { match } = sql;
  if (match.wanted === null && match.unwanted === null)
    return { keys: scan(queries, sql, isStopped), revision };
  const result = search(queries, filter, match);
  if (isStopped()) throw new AppError("cancelled");
  if (!result.found) {
    // Only said what must not occur: everything else that is in the index, and the rest as read.
    const all = scan(queries, sql, isStopped);
    const indexed = all.filter((key) => key <= result.through);
    const known = sift(sift(indexed, result.unwanted, false), result.stale, false);
    return { keys: merge(known, sift(result.rest, all, true)), revision };
  }
  const { found } = result;
  const isOnlySearch = sql.conditions.length === 1 && filter.putAway !== true;
  const keys = isOnlySearch
    ? sift(found, queries.listPutAway(), false)
    : sift(found, scan(queries, sql, isStopped), true);
  return { keys, revision };
}
