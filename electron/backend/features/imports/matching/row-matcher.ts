import type { DraftExample, RowPlan } from "#shared/features/imports/draft-row.ts";
import type { Db } from "../../../db/open.ts";
import { hashInput } from "../../examples/input-hash.ts";
import { type Brings, isSameText, saysAnswer, saysSamePlace } from "./compare-rows.ts";
import { createKnownRows } from "./known-rows.ts";
import { matchingQueries, type StoredExample } from "./queries.ts";

/** What became of one row: `key` is the example it was recognised as, `importKey` the import that brought it. */
export type Match =
  | { fate: "fresh" }
  | { fate: "known" | "changed"; key: number; importKey: number };

/** Examples looked at for one row where many share an id or a text: the rest would say the same again. */
const MOST_COMPARED = 64;
const FRESH: Match = { fate: "fresh" };

/**
 * Recognises the rows of one file among the examples of a project: by id where the file and the project
 * have ids, else by text. Each example is matched once. Returns null when there is nothing to match.
 */
export function createRowMatcher(db: Db, plan: RowPlan) {
  const queries = matchingQueries(db);
  const hasIds = plan.roles.includes("id");
  const byId = hasIds && queries.hasExternalIds();
  const brings: Brings = {
    group: plan.roles.includes("group"),
    split: plan.roles.includes("split") || plan.split !== null,
    id: hasIds,
    byId,
  };
  const { keys, importKeys, rows } = db.transaction(() => loadKnown(queries, byId))();
  if (keys.length === 0) return null;
  const labelIds = queries.labelIds();

  /** What a row is looked up by; ids and texts live in one table, told apart by their prefix. */
  const hashOf = (row: DraftExample) =>
    byId && row.externalId !== null ? hashId(row.externalId) : hashInput(row.input);

  function saysSame(row: DraftExample, key: number, stored: StoredExample): boolean {
    if (!saysSamePlace(row, stored, brings)) return false;
    if (row.answer === null || saysAnswer(row.answer, stored.answer, labelIds)) return true;
    // A person may have put it right since: the file itself says what it always said.
    return saysAnswer(row.answer, queries.findFileAnswer(key), labelIds);
  }

  function isCandidate(row: DraftExample, stored: StoredExample): boolean {
    return byId && row.externalId !== null
      ? stored.externalId === row.externalId
      : isSameText(stored.input, row.input) &&
          // One prompt comes with several pairs of responses; each is an example of its own.
          stored.payload === row.payload &&
          (!byId || stored.externalId === null);
  }

  return {
    brings,
    /** To be called now and then between rows; see `MatchingQueries.release`. */
    release: () => queries.release(),
    match(row: DraftExample): Match {
      let firstOther = -1;
      let sameText = -1;
      let compared = 0;
      const found = (index: number, fate: "known" | "changed"): Match => {
        rows.take(index);
        return { fate, key: keys[index] ?? 0, importKey: importKeys[index] ?? 0 };
      };
      for (const index of rows.candidates(hashOf(row))) {
        const key = keys[index] ?? 0;
        const stored = queries.find(key);
        if (!stored || !isCandidate(row, stored)) continue;
        // What somebody put away on purpose stays away, whatever the file says of it now.
        if (stored.removed === 1 && firstOther === -1) return found(index, "known");
        if (stored.removed === 1) break;
        if (saysSame(row, key, stored)) return found(index, "known");
        if (firstOther === -1) firstOther = index;
        if (sameText === -1 && stored.input === row.input) sameText = index;
        compared += 1;
        if (compared >= MOST_COMPARED) break;
      }
      if (firstOther === -1) return FRESH;
      return found(sameText === -1 ? firstOther : sameText, "changed");
    },
  };
}
export type RowMatcher = NonNullable<ReturnType<typeof createRowMatcher>>;

const hashId = (externalId: string) => hashInput(`id\u0000${externalId}`);

function loadKnown(queries: ReturnType<typeof matchingQueries>, byId: boolean) {
  const count = queries.countKnown();
  const keys = new Float64Array(count);
  const importKeys = new Int32Array(count);
  const hashes = new Float64Array(count);
  const isRemoved = new Uint8Array(count);
  let index = 0;
  for (const { key, importKey, hash, removed, externalId } of queries.eachPlace(byId)) {
    keys[index] = key;
    importKeys[index] = importKey;
    hashes[index] = externalId === null ? hash : hashId(externalId);
    isRemoved[index] = removed;
    index += 1;
  }
  return { keys, importKeys, rows: createKnownRows(hashes, isRemoved) };
}
