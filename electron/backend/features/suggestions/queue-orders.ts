import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { answerLabels } from "#shared/features/annotations/answer-texts.ts";
import type { QueueOrder } from "#shared/features/annotations/queue-order.ts";
import { expectedSeconds } from "#shared/features/suggestions/expected-seconds.ts";
import { orderByValue } from "#shared/features/suggestions/value-per-second.ts";
import { seededHash } from "#shared/features/versions/seeded-hash.ts";
import type { Db } from "../../db/open.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import { queueQueries, type QueueScope } from "../examples/queue-queries.ts";
import { paceQueries } from "./pace-queries.ts";
import { listRandomly } from "./random-order.ts";
import { createRankedPasses } from "./ranked-passes.ts";

export interface OrderedPage {
  records: ExampleRecord[];
  /** Where the next page begins; null at the end. */
  cursor: string | null;
  /** Nothing was learned yet that could order them: they come in file order. */
  fellBack: boolean;
}

export interface PageWish {
  scope: QueueScope;
  order: Exclude<QueueOrder, "file">;
  cursor: string | undefined;
  limit: number;
  /** How many examples the queue holds; null when nobody has counted. */
  count: number | null;
}

/** Pages of a queue in every order but the file's. */
export function createQueueOrders(
  db: Db,
  parts: {
    projectId: string;
    state: () => { generation: number; labelShares: ReadonlyMap<string, number> };
  },
) {
  const queries = queueQueries(db);
  const pace = paceQueries(db);
  const passes = createRankedPasses(queries);
  const seed = seededHash(parts.projectId, 7) % 2 ** 31;

  /** The rarest label proposed decides. */
  function shareOf(proposed: string | null): number | null {
    if (proposed === null) return null;
    const shares = answerLabels(JSON.parse(proposed) as AnswerValue).map(
      (labelId) => parts.state().labelShares.get(labelId) ?? 0,
    );
    return shares.length === 0 ? null : Math.min(...shares);
  }

  const rank: Record<Exclude<PageWish["order"], "random">, (scope: QueueScope) => number[]> = {
    unsure: queries.listUnsure,
    diverse: queries.listDiverse,
    quick(scope) {
      const rows = queries.listQuick(scope);
      return orderByValue(
        rows.map((row) => ({ ...row, labelShare: shareOf(row.proposed) })),
        expectedSeconds(pace.listTimed(scope.me)),
      );
    },
  };

  return {
    list({ scope, order, ...page }: PageWish): OrderedPage {
      if (order === "random") {
        const { keys, cursor } = listRandomly(queries, scope, { ...page, seed });
        return { records: queries.listRecords(scope, keys), cursor, fellBack: false };
      }
      const { keys, cursor, isRanked } = passes.list({
        ...page,
        scope,
        generation: parts.state().generation,
        rank: () => rank[order](scope),
      });
      return { records: queries.listRecords(scope, keys), cursor, fellBack: !isRanked };
    },
  };
}
