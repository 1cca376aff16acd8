import { answerKey } from "#shared/features/annotations/answer-key.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { settle } from "#shared/features/experts/settle.ts";
import type { Db } from "../../db/open.ts";
import type { Person } from "./person.ts";
import { annotatorQueries, decisionQueries, type OpinionRow, opinionQueries } from "./queries.ts";

const isAnswered = (row: OpinionRow): row is OpinionRow & { annotationId: string; value: string } =>
  row.annotationId !== null && row.value !== null;

/** The people of a project, and what holds where more than one of them answered. */
export function createExpertService(db: Db, person: () => Person | null) {
  const annotators = annotatorQueries(db);
  const queries = opinionQueries(db);
  const decisions = decisionQueries(db);

  /** The key of whoever sits at this computer, if the project knows them. */
  function findPersonKey(): number | undefined {
    const present = person();
    if (!present) return annotators.findOldestPerson();
    return annotators.findKey(present.annotatorId) ?? annotators.findNameless();
  }

  return {
    findPersonKey,

    /** Like `findPersonKey`, but makes them known to the project; call it inside a transaction that writes. */
    getPersonKey(): number {
      const present = person();
      if (!present) return annotators.findOldestPerson() ?? annotators.insertNameless();
      const known = annotators.findKey(present.annotatorId);
      if (known !== undefined) {
        annotators.rename(known, present.name);
        return known;
      }
      const key = annotators.findNameless();
      if (key === undefined) return annotators.insertPerson(present);
      annotators.identify({ key, ...present });
      return key;
    },

    listOpinions: queries.listOpinions,
    hasDecisions: (exampleKey: number): boolean => decisions.list(exampleKey).length > 0,

    /** Whether others' answers to this example must stay out of sight of whoever sits here. */
    isAsked(exampleKey: number): boolean {
      const key = findPersonKey();
      return key !== undefined && queries.isAsked(exampleKey, key);
    },

    /** The opinion of a person, asked now if they were not before. */
    ask(exampleKey: number, annotatorKey: number): OpinionRow {
      queries.insertOpinion(exampleKey, annotatorKey);
      return queries
        .listOpinions(exampleKey)
        .find((row) => row.annotatorKey === annotatorKey) as OpinionRow;
    },

    /** Writes down what a person now says; the caller settles the example afterwards. */
    state(opinion: OpinionRow, said: { annotationKey: number | null; skipped: boolean }) {
      queries.stateOpinion({
        id: opinion.id,
        annotationKey: said.annotationKey,
        skipped: said.skipped ? 1 : 0,
        sequence: opinion.sequence + 1,
      });
    },

    /** Decides between the answers there are now; the caller settles the example afterwards. */
    decide(decision: {
      exampleKey: number;
      annotatorKey: number;
      annotationKey: number;
      comment: string;
      atMs: number;
    }) {
      const considered = queries
        .listOpinions(decision.exampleKey)
        .flatMap(({ annotationId }) => annotationId ?? []);
      return decisions.insert({ ...decision, considered });
    },

    /** Puts in force what follows from all that was said about an example. */
    settle(exampleKey: number) {
      const rows = queries.listOpinions(exampleKey);
      const result = settle(
        rows.filter(isAnswered).map(({ annotationId, value }) => ({
          annotationId,
          key: answerKey(JSON.parse(value) as AnswerValue),
        })),
        decisions
          .list(exampleKey)
          .map((decision) => ({ ...decision, key: answerKey(decision.value) })),
      );
      const isInForce = result.kind === "agreed" || result.kind === "decided";
      const isSkipped = result.kind === "open" && rows.some(({ skipped }) => skipped === 1);
      queries.putInForce({
        exampleKey,
        annotationId: isInForce ? result.annotationId : null,
        status: isInForce ? "labelled" : isSkipped ? "skipped" : "unlabelled",
        disputed: result.kind === "disputed" ? 1 : 0,
      });
      return result;
    },
  };
}
export type ExpertService = ReturnType<typeof createExpertService>;
