import { useEffect, useState } from "react";
import type { SimilarFound, SimilarMode } from "../../../shared/features/similar/contract.ts";
import { rpc } from "../../client/rpc.ts";

/** Before this long, nobody has to be told that something goes on. */
const QUIET_MS = 300;

interface Search {
  /** Null until there is something to tell. */
  progress: { done: number; total: number } | null;
  found: SimilarFound | null;
  error: unknown;
}
const NOTHING: Search = { progress: null, found: null, error: null };

const keyOf = (exampleId: string, mode: SimilarMode | undefined): string =>
  `${exampleId} ${mode ?? ""}`;

/** Looks for what is like an example; going away, or asking for something else, ends the search. */
export function useSearch(exampleId: string, mode: SimilarMode | undefined): Search {
  const [state, setState] = useState<Search & { asked: string }>({ ...NOTHING, asked: "" });
  useEffect(() => {
    const asked = keyOf(exampleId, mode);
    const abort = new AbortController();
    const tell = (change: Partial<Search>) =>
      setState((now) => ({ ...(now.asked === asked ? now : NOTHING), ...change, asked }));
    const timer = setTimeout(() => tell({ progress: { done: 0, total: 0 } }), QUIET_MS);
    let isLate = false;
    const late = setTimeout(() => (isLate = true), QUIET_MS);
    async function search() {
      const input = { exampleId, ...(mode ? { mode } : {}) };
      for await (const news of await rpc.similar.find(input, { signal: abort.signal }))
        if (news.kind === "found") {
          clearTimeout(timer);
          tell({ found: news.found, progress: null });
        } else if (isLate) tell({ progress: { done: news.done, total: news.total } });
    }
    search().catch((error: unknown) => {
      clearTimeout(timer);
      if (!abort.signal.aborted) tell({ error, progress: null });
    });
    return () => {
      clearTimeout(timer);
      clearTimeout(late);
      abort.abort();
    };
  }, [exampleId, mode]);
  return state.asked === keyOf(exampleId, mode) ? state : NOTHING;
}
