import type { SearchState } from "#shared/features/search/contract.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { installStaleMarks, searchIndexQueries } from "./queries.ts";

/** How often an index that is complete looks whether something came or changed; milliseconds. */
const LOOK_EVERY_MS = 1000;
/** How long it works before it lets everything else have a turn; milliseconds. */
const WORK_MS = 8;

/**
 * The search index, made in the background on the one connection that writes: a few milliseconds of work, then
 * whatever else waits. It goes on where it stopped, also after a crash, and rests while `isBusy`.
 */
export function createSearchService(
  db: Db,
  options: { isBusy: () => boolean; logError: (error: unknown) => void },
) {
  const queries = searchIndexQueries(db);
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  let isClosed = !mayWrite(db);
  let isPrepared = false;

  function later() {
    if (isClosed) return;
    timer = setTimeout(work, LOOK_EVERY_MS);
    timer.unref();
  }

  function work() {
    // A disk that fails, or damage that is found, may end writing in the middle.
    if (isClosed || !mayWrite(db)) return;
    try {
      const startMs = performance.now();
      let isMore = !options.isBusy();
      if (isMore && !isPrepared) isMore = isPrepared = queries.prepare();
      while (isMore && performance.now() - startMs < WORK_MS) isMore = queries.advance();
      if (isMore) immediate = setImmediate(work);
      else later();
    } catch (error) {
      // A full disk, say: search goes on without the index, and it is tried again at the next opening.
      options.logError(error);
    }
  }

  return {
    state(): SearchState {
      const { ready, indexed, total } = queries.state();
      return { ready, indexed, total };
    },
    start() {
      if (isClosed) return;
      installStaleMarks(db);
      later();
    },
    /** Makes the index complete before it returns, for scripts and tests. */
    finish() {
      while (queries.advance());
    },
    reset: () => queries.reset(),
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      if (immediate) clearImmediate(immediate);
    },
  };
}
export type SearchService = ReturnType<typeof createSearchService>;
