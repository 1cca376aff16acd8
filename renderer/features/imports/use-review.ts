import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Review, StartImport } from "../../../shared/features/imports/contract.ts";
import { rpc } from "../../client/rpc.ts";

/** What is asked of the backend before and for an import; `again` is decided after the review. */
export type ImportRequest = Omit<StartImport, "again">;

export interface Reading {
  startedAtMs: number;
  /** Bytes. */
  done: number;
  total: number;
}

/**
 * Goes through the whole file without writing. Kept while the user goes back and forth, made anew after
 * the project changed, and stopped when nobody looks any more.
 */
export function useReview(request: ImportRequest | null, wanted: boolean) {
  const [reading, setReading] = useState<Reading | null>(null);
  const client = useQueryClient();
  const queryKey = ["imports", "wholeReview", request];
  const query = useQuery({
    queryKey,
    enabled: wanted && request !== null,
    queryFn: ({ signal }) => readReview(request as ImportRequest, signal, setReading),
  });
  return {
    review: query.isFetching ? undefined : query.data,
    error: query.error,
    reading: query.isFetching ? reading : null,
    /** Ends a reading that is under way; what was read already is kept. */
    stop: () => void client.cancelQueries({ queryKey }),
  };
}
export type ReviewState = ReturnType<typeof useReview>;

async function readReview(
  request: ImportRequest,
  signal: AbortSignal,
  onReading: (reading: Reading | null) => void,
): Promise<Review> {
  onReading(null);
  const startedAtMs = Date.now();
  for await (const news of await rpc.imports.review(request, { signal })) {
    if (news.kind === "review") return news.review;
    onReading({ startedAtMs, done: news.done, total: news.total });
  }
  throw new Error("the review ended without a result");
}
