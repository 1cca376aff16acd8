import type { QueueQueries, QueueScope } from "../examples/queue-queries.ts";
import { newId } from "../../ids.ts";

/** Going through a queue once: what was served, page by page, and what is best next. */
interface Pass {
  pages: number[][];
  served: Set<number>;
  /** Where the rest, which has no rank, goes on in file order. */
  afterKey: number;
  isThrough: boolean;
  generation: number;
  ranked: number[];
}

/** Older ones belong to desks that were left; their cursor begins a new pass. */
const MOST_PASSES = 4;

interface PageRequest {
  scope: QueueScope;
  cursor: string | undefined;
  limit: number;
  /** Keys by rank as they are known now. */
  rank: () => number[];
  /** Moves on when ranks changed. */
  generation: number;
}

/**
 * Queues by a rank that changes while they are worked through: each page takes the best of what was not served
 * yet, so that nothing comes twice, and what has no rank follows in file order, so that nothing is lost.
 */
export function createRankedPasses(queries: QueueQueries) {
  const passes = new Map<string, Pass>();

  function begin(): [string, Pass] {
    const passId = newId();
    const pass: Pass = {
      pages: [],
      served: new Set(),
      afterKey: 0,
      isThrough: false,
      generation: -1,
      ranked: [],
    };
    passes.set(passId, pass);
    for (const oldest of passes.keys()) if (passes.size > MOST_PASSES) passes.delete(oldest);
    return [passId, pass];
  }

  function find(cursor: string | undefined): [passId: string, pass: Pass, page: number] {
    const [passId = "", number = ""] = (cursor ?? "").split(" ");
    const pass = passes.get(passId);
    const page = Number.parseInt(number, 10);
    if (pass && page >= 0 && page <= pass.pages.length) return [passId, pass, page];
    return [...begin(), 0];
  }

  function makePage(pass: Pass, { scope, limit, rank, generation }: PageRequest): number[] {
    if (pass.generation !== generation) {
      pass.ranked = rank();
      pass.generation = generation;
    }
    const keys: number[] = [];
    const take = (key: number) => {
      if (keys.length === limit || pass.served.has(key)) return;
      pass.served.add(key);
      keys.push(key);
    };
    for (const key of pass.ranked) take(key);
    while (keys.length < limit && !pass.isThrough) {
      const next = queries.listAfter(scope, pass.afterKey, limit);
      for (const key of next) {
        if (keys.length === limit) break;
        take(key);
        pass.afterKey = key;
      }
      pass.isThrough = next.length < limit && keys.length < limit;
    }
    return keys;
  }

  return {
    /** A cursor asked twice gives the same page twice: an answer that got lost on the way loses nothing. */
    list(request: PageRequest): { keys: number[]; cursor: string | null; isRanked: boolean } {
      const [passId, pass, number] = find(request.cursor);
      const keys = (pass.pages[number] ??= makePage(pass, request));
      const isLast =
        pass.isThrough && number === pass.pages.length - 1 && keys.length < request.limit;
      return {
        keys,
        cursor: isLast ? null : `${passId} ${number + 1}`,
        isRanked: pass.ranked.length > 0,
      };
    },
  };
}
