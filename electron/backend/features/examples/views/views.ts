import { AppError } from "#shared/errors/app-error.ts";
import type { ExampleFilter, ExampleLine, Selection } from "#shared/features/examples/contract.ts";
import type { Db } from "../../../db/open.ts";
import { newId } from "../../../ids.ts";
import { runWorker } from "../../../jobs/worker-task.ts";
import { type CollectedKeys, collectKeys } from "./collect-keys.ts";
import { keyQueries, lineQueries } from "./queries.ts";
import { pick, type SortedKeys } from "./sorted-keys.ts";

/** Up to here a list is made faster than a thread starts. */
const SMALL_PROJECT = 20_000;
/** Lists kept: what was selected in one can still be acted on while others are looked at. */
const KEPT = 6;
/** Examples that are looked through at once, so that the first page does not wait for the list. */
const FIRST_EXAMPLES = 20_000;

interface View {
  viewId: string;
  filter: ExampleFilter;
  /** What the view depends on: the same stamp, the same list. */
  stamp: string;
  keys: SortedKeys | null;
  making: Promise<SortedKeys> | null;
  abort: AbortController;
  waiting: number;
}

interface PageRequest {
  filter: ExampleFilter;
  viewId?: string | undefined;
  offset: number;
  limit: number;
}

/** Lists of examples as they are shown: made once, away from the main thread, then read by place. */
export function createExampleViews(db: Db, path: string) {
  const queries = keyQueries(db);
  const lines = lineQueries(db);
  const views = new Map<string, View>();
  const running = new Set<Promise<unknown>>();

  function stampOf(filter: ExampleFilter): string {
    const search = filter.text ? Math.floor(queries.indexedThrough() / FIRST_EXAMPLES) : 0;
    return JSON.stringify([queries.revision(), search, Object.entries(filter).toSorted()]);
  }

  function forget(view: View) {
    view.abort.abort();
    views.delete(view.viewId);
  }

  function open(filter: ExampleFilter): View {
    const stamp = stampOf(filter);
    for (const view of views.values())
      if (view.stamp === stamp) {
        // Last again, so that the one not looked at for longest goes first.
        views.delete(view.viewId);
        views.set(view.viewId, view);
        return view;
      }
    const abort = new AbortController();
    const state = { keys: null, making: null, abort, waiting: 0 };
    const view: View = { viewId: newId(), filter, stamp, ...state };
    views.set(view.viewId, view);
    const oldest = views.values().next().value;
    if (views.size > KEPT && oldest) forget(oldest);
    return view;
  }

  function getView(viewId: string): View {
    const view = views.get(viewId);
    if (!view) throw new AppError("listOutdated");
    return view;
  }

  async function collect(view: View): Promise<SortedKeys> {
    const { filter } = view;
    const { signal } = view.abort;
    const { keys } =
      queries.largest() <= SMALL_PROJECT
        ? collectKeys(queries, filter, () => signal.aborted)
        : await runWorker<object, never, CollectedKeys>("list-keys", {
            input: { path, filter },
            signal,
          });
    view.keys = keys;
    return keys;
  }

  async function keysOf(view: View): Promise<SortedKeys> {
    if (view.keys) return view.keys;
    if (!view.making) {
      view.making = collect(view);
      const settled = view.making.catch(() => undefined);
      running.add(settled);
      void settled.finally(() => running.delete(settled));
    }
    return view.making;
  }

  /** A caller that no longer wants the list, and was the last, ends the making of it. */
  async function wait(view: View, signal: AbortSignal | undefined): Promise<SortedKeys> {
    if (view.keys) return view.keys;
    view.waiting += 1;
    const onAbort = () => {
      view.waiting -= 1;
      if (view.waiting === 0 && !view.keys) forget(view);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      return await keysOf(view);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      if (!signal?.aborted) view.waiting -= 1;
    }
  }

  async function pageKeys(view: View, page: PageRequest, signal?: AbortSignal) {
    const { offset, limit } = page;
    if (queries.largest() <= SMALL_PROJECT) await keysOf(view);
    if (!view.keys && offset === 0) {
      const { keys, isAll } = queries.listFirst(view.filter, FIRST_EXAMPLES);
      if (isAll) view.keys = keys;
      else if (keys.length >= limit) return keys.subarray(0, limit);
    }
    return (await wait(view, signal)).subarray(offset, offset + limit);
  }

  return {
    async browse(
      page: PageRequest,
      signal?: AbortSignal,
    ): Promise<{ viewId: string; total: number | null; rows: ExampleLine[] }> {
      const kept = page.viewId === undefined ? undefined : views.get(page.viewId);
      const view = kept ?? open(page.filter);
      const rows = lines.list(await pageKeys(view, page, signal));
      return { viewId: view.viewId, total: view.keys?.length ?? null, rows };
    },

    async count(viewId: string, signal?: AbortSignal): Promise<{ total: number }> {
      return { total: (await wait(getView(viewId), signal)).length };
    },

    /** The keys of what is selected, as the person saw it. */
    async keysOfSelection({ viewId, rows }: Selection): Promise<SortedKeys> {
      const keys = await wait(getView(viewId), undefined);
      return rows === "all" ? keys : pick(keys, rows);
    },

    /** Forgets every list and waits until no thread reads the file any more. */
    async close(): Promise<void> {
      for (const view of views.values()) view.abort.abort();
      views.clear();
      await Promise.all(running);
    },
  };
}
export type ExampleViews = ReturnType<typeof createExampleViews>;
