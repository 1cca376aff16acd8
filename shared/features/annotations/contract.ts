import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";
import { Example, ExampleFilter } from "../examples/contract.ts";
import { SuggestionSeen } from "../suggestions/suggestion-seen.ts";
import { AnswerValue } from "./answer-value.ts";
import { DeskSettings } from "./desk-settings.ts";
import { QueueOrder } from "./queue-order.ts";

export const QueueName = z.enum([
  "unlabelled",
  "unreviewed",
  "flagged",
  "skipped",
  "all",
  /** Asked of this person beside somebody else, whose answer stays out of sight. */
  "asked",
  /** Answered differently by different people, and not decided yet. */
  "disputed",
  /** One's own answers to look at once more. */
  "again",
]);
export type QueueName = z.infer<typeof QueueName>;

export const QueueCounts = z.object({
  total: Count,
  /** Without an answer, and neither disputed nor handed out. */
  unlabelled: Count,
  unreviewed: Count,
  flagged: Count,
  skipped: Count,
  labelled: Count,
  asked: Count,
  disputed: Count,
  again: Count,
  /** Handed out to somebody else, and not answered yet. */
  awaiting: Count,
});
export type QueueCounts = z.infer<typeof QueueCounts>;

export const annotationsContract = {
  settings: base.output(DeskSettings),
  /** Why responses were preferred, in the words of the answers in force: the latest first. */
  listReasons: base.output(z.array(z.string())),
  /** Parts left out stay as they are. */
  saveSettings: base.input(DeskSettings.partial()).output(DeskSettings),
  /**
   * The next examples of a queue; `filter` narrows it (a finding, a label). In file order they come after the
   * example given, in any other order after `cursor`.
   */
  queue: base
    .input(
      z.object({
        queue: QueueName,
        filter: ExampleFilter.default({}),
        order: QueueOrder.default("file"),
        afterExampleId: Id.optional(),
        cursor: z.string().max(200).optional(),
        limit: z.number().int().min(1).max(100).default(20),
      }),
    )
    .output(
      z.object({
        items: z.array(Example),
        counts: QueueCounts,
        /** Where the next page begins; null at the end. */
        cursor: z.string().nullable(),
        /** Nothing was learned yet that could order the examples: they come in file order. */
        fellBack: z.boolean(),
      }),
    ),
  /** Resolves only when the answer is durable on disk. */
  answer: base
    .input(
      z.object({
        exampleId: Id,
        value: AnswerValue,
        /** Time the person looked at the example, milliseconds. */
        elapsedMs: Count.optional(),
        /** What the person could see of a suggestion; left out where there was none. */
        suggestion: SuggestionSeen.optional(),
      }),
    )
    .output(z.object({ example: Example, counts: QueueCounts })),
  skip: base
    .input(z.object({ exampleId: Id }))
    .output(z.object({ example: Example, counts: QueueCounts })),
  /** Withdraws the answer in force: the example is unlabelled again. */
  clear: base
    .input(z.object({ exampleId: Id }))
    .output(z.object({ example: Example, counts: QueueCounts })),
};
