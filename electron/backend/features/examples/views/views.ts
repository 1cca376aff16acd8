import type { ExampleFilter, ExampleLine, Selection } from "#shared/features/examples/contract.ts";
import type { Db } from "../../../db/open.ts";
import { keyQueries, lineQueries } from "./queries.ts";
import { pick, type SortedKeys } from "./sorted-keys.ts";
import { createViewShelf, SMALL_PROJECT, type View } from "./view-shelf.ts";

/** Examples that are looked through at once, so that the first page does not wait for the list. */
const FIRST_EXAMPLES = 20_000;

interface PageRequest {
  filter: ExampleFilter;
  viewId?: string | undefined;
  offset: number;
  limit: number;
}

/** Examples as they are listed, read by their place in the list; `me` is the key of whoever looks. */
export function createExampleViews(db: Db, path: string, me: () => number | null) {
  const queries = keyQueries(db);
  const lines = lineQueries(db);
  const shelf = createViewShelf(queries, path);

  async function pageKeys(view: View, page: PageRequest, signal?: AbortSignal) {
    const { offset, limit } = page;
    if (queries.largest() <= SMALL_PROJECT) await shelf.wait(view, signal);
    if (!view.keys && offset === 0) {
      const { keys, isAll } = queries.listFirst(view.filter, FIRST_EXAMPLES);
      if (isAll) view.keys = keys;
      else if (keys.length >= limit) return keys.subarray(0, limit);
    }
    return (await shelf.wait(view, signal)).subarray(offset, offset + limit);
  }

  return {
    async browse(
      page: PageRequest,
      signal?: AbortSignal,
    ): Promise<{ viewId: string; total: number | null; rows: ExampleLine[] }> {
      const view = shelf.find(page.viewId) ?? shelf.open(page.filter);
      const rows = lines.list(await pageKeys(view, page, signal), me());
      return { viewId: view.viewId, total: view.keys?.length ?? null, rows };
    },

    async count(viewId: string, signal?: AbortSignal): Promise<{ total: number }> {
      return { total: (await shelf.wait(shelf.getView(viewId), signal)).length };
    },

    /** The keys of what is selected, as the person saw it. */
    async keysOfSelection({ viewId, rows }: Selection): Promise<SortedKeys> {
      const keys = await shelf.wait(shelf.getView(viewId), undefined);
      return rows === "all" ? keys : pick(keys, rows);
    },

    close: () => shelf.close(),
  };
}
export type ExampleViews = ReturnType<typeof createExampleViews>;
