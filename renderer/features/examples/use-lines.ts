import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { ExampleFilter, ExampleLine } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";

const PAGE = 100;
/** Pages scrolled past are soon forgotten: ten thousand of them would fill the memory. */
const KEPT_MS = 10_000;

/** The rows of a filter: the first page at once, their number as soon as it is known, others when in view. */
export function useLines(filter: ExampleFilter) {
  const start = useQuery({
    ...orpc.examples.browse.queryOptions({ input: { filter, limit: PAGE } }),
    placeholderData: keepPreviousData,
  });
  const viewId = start.data?.viewId;
  const counted = useQuery({
    ...orpc.examples.count.queryOptions({ input: { viewId: viewId ?? "" } }),
    enabled: start.data?.total === null,
    placeholderData: keepPreviousData,
  });
  const isCounting = start.data?.total === null && (counted.isPending || counted.isPlaceholderData);
  const total = start.data?.total ?? (isCounting ? null : (counted.data?.total ?? null));
  // Counting again must not throw the reader back to the beginning.
  const [remembered, remember] = useState<{ filter: ExampleFilter; total: number } | null>(null);
  const isSettled = total !== null && !start.isPlaceholderData;
  if (isSettled && (remembered?.filter !== filter || remembered.total !== total))
    remember({ filter, total });
  const before = remembered?.filter === filter ? remembered.total : null;
  return {
    viewId,
    total,
    /** Rows that can be scrolled through already; grows to the total. */
    known: total ?? before ?? start.data?.rows.length ?? 0,
    isStale: start.isPlaceholderData,
    error: start.error ?? counted.error,
    firstRows: start.data?.rows ?? [],
  };
}

export type Lines = ReturnType<typeof useLines>;

/** The lines between two places, null where they are still on the way. */
export function useLinesInView(
  lines: Lines,
  filter: ExampleFilter,
  view: { first: number; last: number },
): (row: number) => ExampleLine | null {
  const firstPage = useDeferredValue(Math.floor(view.first / PAGE));
  const lastPage = useDeferredValue(Math.floor(Math.max(view.last, 0) / PAGE));
  const numbers = Array.from(
    { length: Math.max(0, lastPage - firstPage + 1) },
    (_, at) => firstPage + at,
  ).filter((page) => page > 0 && page * PAGE < lines.known);
  const pages = useQueries({
    queries: numbers.map((page) => ({
      ...orpc.examples.browse.queryOptions({
        input: { filter, viewId: lines.viewId, offset: page * PAGE, limit: PAGE },
      }),
      gcTime: KEPT_MS,
    })),
  });
  return (row) => {
    const page = Math.floor(row / PAGE);
    const rows = page === 0 ? lines.firstRows : pages[numbers.indexOf(page)]?.data?.rows;
    return rows?.[row % PAGE] ?? null;
  };
}
