import { AppError } from "#shared/errors/app-error.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { QueueCounts, QueueName } from "#shared/features/annotations/contract.ts";
import { keepOriginal } from "#shared/features/annotations/keep-original.ts";
import { type Counted, recount } from "#shared/features/annotations/queue-counts.ts";
import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import type { Example, ExampleFilter } from "#shared/features/examples/contract.ts";
import type { Db } from "../../db/open.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import type { ExampleService } from "../examples/service.ts";
import { annotationQueries, type LabelRef, relabelQueries } from "./queries.ts";

/** What an act did to one example. */
export interface Change {
  before: ExampleRecord;
  after: ExampleRecord;
}

const countedOf = ({ example, unreviewed }: ExampleRecord): Counted => ({
  status: example.status,
  flagged: example.flagged,
  unreviewed,
});

/** Answers: each is a new row that supersedes the one in force. */
export function createAnnotationService(db: Db, examples: ExampleService) {
  const queries = annotationQueries(db);
  const relabel = relabelQueries(db);
  /** Counting a million examples takes longer than a key press may, so the counts of a revision are kept. */
  let kept: { revision: number; counts: QueueCounts } | null = null;

  function counts(): QueueCounts {
    const { revision } = queries.project();
    if (kept?.revision !== revision) kept = { revision, counts: queries.counts() };
    return kept.counts;
  }

  /** Counts the one example that `act` changes; `act` has committed when it returns. */
  function withCounts(act: () => Change): { example: Example; counts: QueueCounts } {
    const countsBefore = counts();
    const { before, after } = act();
    const countsAfter = recount(countsBefore, countedOf(before), countedOf(after));
    kept = { revision: queries.project().revision, counts: countsAfter };
    return { example: after.example, counts: countsAfter };
  }

  function annotate(record: ExampleRecord, value: AnswerValue | null, elapsedMs: number | null) {
    return queries.insert({
      exampleKey: record.key,
      annotatorKey: queries.personKey(),
      supersedesKey: record.annotationKey,
      value,
      elapsedMs,
      atMs: Date.now(),
    });
  }

  function withdraw(exampleId: string, status: "unlabelled" | "skipped"): Change {
    const before = examples.getRecord(exampleId);
    if (status === "unlabelled" && before.annotationKey !== null) annotate(before, null, null);
    queries.setState({ exampleKey: before.key, status, annotationKey: null, labelKey: null });
    return { before, after: examples.getRecord(exampleId) };
  }

  return {
    counts,
    withCounts,

    queue: (input: {
      queue: QueueName;
      filter: ExampleFilter;
      afterExampleId?: string | undefined;
      limit: number;
    }) => ({ items: examples.listQueue(input), counts: counts() }),

    answer(input: {
      exampleId: string;
      value: AnswerValue;
      elapsedMs?: number | undefined;
    }): Change {
      const before = examples.getRecord(input.exampleId);
      const labels = queries.labels();
      const { payload, input: text, answeredBy } = before.example;
      const problem = validateAnswer(input.value, {
        taskType: queries.project().taskType,
        labelIds: new Set(labels.map(({ labelId }) => labelId)),
        input: text,
        responses: payload?.kind === "rank" ? payload.responses.length : 0,
      });
      if (problem) throw new AppError("answerDoesNotFit", { detail: problem });
      const value = keepOriginal(input.value, before.example.answer, answeredBy === "import");
      const labelId = input.value.kind === "classify" ? input.value.labelId : null;
      queries.setState({
        exampleKey: before.key,
        status: "labelled",
        annotationKey: annotate(before, value, input.elapsedMs ?? null),
        labelKey: labels.find((label) => label.labelId === labelId)?.key ?? null,
      });
      return { before, after: examples.getRecord(input.exampleId) };
    },

    skip: (exampleId: string) => withdraw(exampleId, "skipped"),
    clear: (exampleId: string) => withdraw(exampleId, "unlabelled"),

    countInForce: (): number => queries.counts().labelled,

    /** Gives every answer that names `from` to another label, or withdraws it when `to` is null. */
    replaceLabel: (from: LabelRef, to: LabelRef | null) =>
      relabel.replaceLabel(from, to, queries.personKey(), Date.now()),
  };
}
export type AnnotationService = ReturnType<typeof createAnnotationService>;
