import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Example, ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";

const PAGE = 100;

/** Only the pages in view are asked for; rows not there yet are null. */
export function usePages(filter: ExampleFilter) {
  const [pages, setPages] = useState({ first: 0, last: 0 });
  const options = (page: number) =>
    orpc.examples.list.queryOptions({ input: { filter, offset: page * PAGE, limit: PAGE } });
  const start = useQuery(options(0));
  const numbers = Array.from({ length: pages.last - pages.first + 1 }, (_, i) => pages.first + i);
  const loaded = useQueries({ queries: numbers.map(options) });

  const rowAt = (at: number): Example | null =>
    loaded[Math.floor(at / PAGE) - pages.first]?.data?.rows[at % PAGE] ?? null;
  const setVisible = useCallback((firstRow: number, lastRow: number) => {
    const first = Math.floor(firstRow / PAGE);
    const last = Math.floor(lastRow / PAGE);
    setPages((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  return { total: start.data?.total, error: start.error, rowAt, setVisible };
}
