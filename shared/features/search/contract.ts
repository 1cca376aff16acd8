import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count } from "../../contract/primitives.ts";

/** How far the search index has come; until it is ready, only part of the texts is searched. */
export const SearchState = z.object({ ready: z.boolean(), indexed: Count, total: Count });
export type SearchState = z.infer<typeof SearchState>;

export const searchContract = { state: base.output(SearchState) };
