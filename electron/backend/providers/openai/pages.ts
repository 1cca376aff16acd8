import type { z } from "zod";
import { notThatService } from "./failures.ts";
import type { AskOptions, Service } from "./service.ts";

interface Page<Item> {
  data: Item[];
  has_more?: boolean | null | undefined;
}
type PageShape<Item> = z.ZodType<Page<Item>>;

/** More pages than any honest list of one run has. */
const MAX_PAGES = 500;

/**
 * Reads a list page by page until `isEnough`, or its end. Rejects when a service repeats itself instead
 * of going on, because a list that cannot be read to its end proves nothing.
 */
export async function readPages<Item extends { id?: string | null | undefined }>(
  service: Service,
  signal: AbortSignal | null,
  page: (after: string | null) => Pick<AskOptions<PageShape<Item>>, "shape" | "send">,
  isEnough: (items: Item[]) => boolean,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  for (let count = 0; count < MAX_PAGES; count++) {
    const answer: Page<Item> = await service.askPatiently({ ...page(after), signal });
    const { data, has_more: hasMore } = answer;
    items.push(...data);
    const last: string | null = data.at(-1)?.id ?? null;
    if (hasMore !== true || last === null || isEnough(data)) return items;
    if (last === after) break;
    after = last;
  }
  throw notThatService(service.host).appError;
}
