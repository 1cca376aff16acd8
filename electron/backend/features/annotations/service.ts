import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { QueueCounts } from "#shared/features/annotations/contract.ts";
import type { DeskSettings } from "#shared/features/annotations/desk-settings.ts";
import { type Counted, recount } from "#shared/features/annotations/queue-counts.ts";
import type { Example } from "#shared/features/examples/contract.ts";
import { hideAnswer } from "#shared/features/examples/hide-answer.ts";
import type { SuggestionSeen } from "#shared/features/suggestions/suggestion-seen.ts";
import type { Db } from "../../db/open.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import type { ExampleService } from "../examples/service.ts";
import type { ExpertService } from "../experts/service.ts";
import type { RevisitService } from "../revisits/service.ts";
import type { SuggestionService } from "../suggestions/service.ts";
import { type Change, createAnswering } from "./answering.ts";
import { countQueries } from "./count-queries.ts";
import { annotationQueries, type LabelRef, relabelQueries } from "./queries.ts";
import { createQueuePages, type QueueInput } from "./queue-pages.ts";
import { settingsQueries } from "./settings-queries.ts";

const countedOf = (record: ExampleRecord, asked: boolean): Counted => ({
  status: record.example.status,
  flagged: record.example.flagged,
  unreviewed: record.unreviewed,
  disputed: record.disputed,
  awaiting: record.awaitsOthers,
  asked,
});

/** Answers: each is a new row that supersedes the one in force. */
export function createAnnotationService(
  db: Db,
  parts: {
    examples: ExampleService;
    experts: ExpertService;
    revisits: RevisitService;
    noteUse: SuggestionService["noteUse"];
    listOrdered: SuggestionService["listOrdered"];
  },
) {
  const { examples, experts, revisits, noteUse, listOrdered } = parts;
  const queries = annotationQueries(db);
  const relabel = relabelQueries(db);
  const settings = settingsQueries(db);
  const countAfresh = countQueries(db);
  const say = createAnswering({ queries, examples, experts, revisits });
  /** Counting a million examples takes longer than a key press may, so the counts of a state are kept. */
  let kept: { state: string; counts: Omit<QueueCounts, "again"> } | null = null;

  const me = (): number | null => experts.findPersonKey() ?? null;
  const state = () => `${queries.project().revision} ${me()}`;

  function counts(): QueueCounts {
    const now = state();
    if (kept?.state !== now) kept = { state: now, counts: countAfresh(me()) };
    // What is due grows with time alone.
    return { ...kept.counts, again: revisits.countDue() };
  }

  const page = createQueuePages({ examples, listOrdered, counts });

  /** Counts the one example that `act` changes; `act` has committed when it returns. */
  function withCounts(act: () => Change): { example: Example; counts: QueueCounts } {
    const countsBefore = counts();
    const { before, after, wasAsked } = act();
    const isAsked = wasAsked && experts.isAsked(after.key);
    const changed = recount(countsBefore, countedOf(before, wasAsked), countedOf(after, isAsked));
    kept = { state: state(), counts: changed };
    return { example: after.example, counts: counts() };
  }

  return {
    counts,
    withCounts,
    listReasons: () => queries.listReasons(),
    settings: (): DeskSettings => settings.read(),
    saveSettings: (change: Partial<DeskSettings>): DeskSettings => settings.save(change),

    /** Examples to answer; what others answered stays out of sight of those who are asked beside them. */
    queue(input: QueueInput) {
      const { records: listed, cursor, fellBack } = page(input, me());
      const asked = { ...input, afterExampleId: input.cursor ?? input.afterExampleId };
      const records = revisits.mixIn(asked, listed, examples.listRecords);
      const asAtFirst = revisits.serve(input.queue, records);
      const items = records.map(({ key, example }) =>
        asAtFirst.has(key) || experts.isAsked(key) ? hideAnswer(example) : example,
      );
      return { items, counts: counts(), cursor, fellBack };
    },

    answer(given: {
      exampleId: string;
      value: AnswerValue;
      elapsedMs?: number | undefined;
      suggestion?: SuggestionSeen | undefined;
    }): Change {
      const { exampleId, value, elapsedMs = null, suggestion } = given;
      const note = suggestion && noteUse(exampleId, suggestion);
      const change = say(exampleId, { value, status: "labelled", elapsedMs });
      const { key: exampleKey, annotationKey } = change.after;
      if (note && annotationKey !== null) note({ exampleKey, annotationKey });
      return change;
    },
    skip: (exampleId: string) =>
      say(exampleId, { value: null, status: "skipped", elapsedMs: null }),
    clear: (exampleId: string) =>
      say(exampleId, { value: null, status: "unlabelled", elapsedMs: null }),

    countInForce: (): number => countAfresh(me()).labelled,

    /** Gives every answer that names `from` to another label, or withdraws it when `to` is null. */
    replaceLabel(from: LabelRef, to: LabelRef | null) {
      relabel.replaceLabel(from, to, experts.getPersonKey(), Date.now());
      for (const exampleKey of relabel.replaceInOpinions(from, to, Date.now()))
        experts.settle(exampleKey);
    },
  };
}
export type AnnotationService = ReturnType<typeof createAnnotationService>;
