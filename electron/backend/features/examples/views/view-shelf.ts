import { AppError } from "#shared/errors/app-error.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import { filterStamp } from "#shared/features/examples/filter-stamp.ts";
import { newId } from "../../../ids.ts";
import { runWorker } from "../../../jobs/worker-task.ts";
import { type CollectedKeys, collectKeys } from "./collect-keys.ts";
import type { KeyQueries } from "./queries.ts";
import type { SortedKeys } from "./sorted-keys.ts";

/** Up to here a list is made faster than a thread starts. */
export const SMALL_PROJECT = 20_000;
/** Lists kept: what was selected in one can still be acted on while others are looked at. */
const KEPT = 6;
/** While the index grows, a search is made anew after so many more examples. */
const INDEXED_ANEW = 20_000;

export interface View {
  viewId: string;
  filter: ExampleFilter;
  /** What the view depends on: the same stamp, the same list. */
  stamp: string;
  keys: SortedKeys | null;
  making: Promise<SortedKeys> | null;
  abort: AbortController;
  waiting: number;
}

/** The lists that are being looked at: each is made once, away from the main thread unless the project is small. */
export function createViewShelf(queries: KeyQueries, path: string) {
  const views = new Map<string, View>();
  const running = new Set<Promise<unknown>>();

  function stampOf(filter: ExampleFilter): string {
    const search = filter.text ? Math.floor(queries.indexedThrough() / INDEXED_ANEW) : 0;
    return JSON.stringify([queries.revision(), search, filterStamp(filter)]);
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
    const state = { keys: null, making: null, abort: new AbortController(), waiting: 0 };
    const view: View = { viewId: newId(), filter, stamp, ...state };
    views.set(view.viewId, view);
    const oldest = views.values().next().value;
    if (views.size > KEPT && oldest) forget(oldest);
    return view;
  }

  function getView(viewId: string): View {
    const view = views.get(viewId);
    if (view) return view;
    throw new AppError("listOutdated");
  }

  async function collect(view: View): Promise<SortedKeys> {
    const { filter, abort } = view;
    const { keys } =
      queries.largest() <= SMALL_PROJECT
        ? collectKeys(queries, filter, () => abort.signal.aborted)
        : await runWorker<object, never, CollectedKeys>("list-keys", {
            input: { path, filter },
            signal: abort.signal,
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

  return {
    find: (viewId: string | undefined) => (viewId === undefined ? undefined : views.get(viewId)),
    getView,
    open,
    wait,
    /** Forgets every list and resolves when no thread reads the file any more. */
    async close(): Promise<void> {
      for (const view of views.values()) view.abort.abort();
      views.clear();
      await Promise.all(running);
    },
  };
}
