import type { QueueCounts, QueueName } from "#shared/features/annotations/contract.ts";
import type { QueueOrder } from "#shared/features/annotations/queue-order.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { ExampleService } from "../examples/service.ts";
import type { OrderedPage } from "../suggestions/queue-orders.ts";
import type { SuggestionService } from "../suggestions/service.ts";

export interface QueueInput {
  queue: QueueName;
  filter: ExampleFilter;
  order: QueueOrder;
  afterExampleId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Pages of a queue, in the file's order or in another one. */
export function createQueuePages(parts: {
  examples: ExampleService;
  listOrdered: SuggestionService["listOrdered"];
  counts: () => QueueCounts;
}) {
  /** Null where a filter narrows the queue: nobody has counted what is left of it. */
  function countOf(queue: QueueName, filter: ExampleFilter): number | null {
    if (Object.keys(filter).length > 0) return null;
    return parts.counts()[queue === "all" ? "total" : queue];
  }

  return (input: QueueInput, me: number | null): OrderedPage => {
    const { queue, filter, order, cursor, limit } = input;
    if (order !== "file") {
      const scope = { queue, filter, me, nowMs: Date.now() };
      return parts.listOrdered({ scope, order, cursor, limit, count: countOf(queue, filter) });
    }
    const afterExampleId = cursor ?? input.afterExampleId;
    const records = parts.examples.listQueue({ queue, filter, limit, afterExampleId, me });
    const last = records.length < limit ? undefined : records.at(-1);
    return { records, cursor: last?.example.exampleId ?? null, fellBack: false };
  };
}
