import type { Annotator, Dispute, ProjectAgreement } from "#shared/features/agreement/contract.ts";
import { answerLabels } from "#shared/features/annotations/answer-texts.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { AppError } from "#shared/errors/app-error.ts";
import { seededHash } from "#shared/features/versions/seeded-hash.ts";
import type { Db } from "../../db/open.ts";
import type { Change } from "../annotations/answering.ts";
import { annotationQueries } from "../annotations/queries.ts";
import { refuseUnfit } from "../annotations/refuse-unfit.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import type { ExampleService } from "../examples/service.ts";
import type { ExpertService } from "../experts/service.ts";
import type { RuleService } from "../rules/service.ts";
import { createMeasuring } from "./measuring.ts";
import { disputeQueries, type PersonRow } from "./queries.ts";

/** Enough to tell examples apart in a list. */
const EXCERPT_CHARACTERS = 200;

interface Parts {
  /** Where readers find the project. */
  path: string;
  examples: ExampleService;
  experts: ExpertService;
  rules: Pick<RuleService, "add">;
}

/** How far people agree, and what is decided where they do not. */
export function createAgreementService(db: Db, parts: Parts) {
  const queries = disputeQueries(db);
  const measuring = createMeasuring(parts.path, () => queries.revision());
  const me = () => parts.experts.findPersonKey() ?? null;
  const toAnnotator = ({ key, annotatorId, name }: PersonRow): Annotator => ({
    annotatorId,
    name,
    isMe: key === me(),
  });

  return {
    async report(): Promise<ProjectAgreement> {
      const { report, consistency } = await measuring.measure();
      return {
        people: queries.listPeople().map(toAnnotator),
        report,
        consistency,
        disputed: queries.countOpen(me()),
      };
    },

    listDisputes: (page: { offset: number; limit: number }) => ({
      total: queries.countOpen(me()),
      rows: queries.listOpen({ ...page, me: me(), characters: EXCERPT_CHARACTERS }),
    }),

    /** Throws `answerFirst`. */
    getDispute: createDisputeReader(parts, queries, toAnnotator),

    adjudicate: createJudge(db, parts),

    /** Calls off measuring that is still going on. */
    stop: () => measuring.stop(),
    close: () => measuring.stop(),
  };
}
export type AgreementService = ReturnType<typeof createAgreementService>;

/** Whoever is asked about an example answers it before seeing what others say. */
function getSeen({ examples, experts }: Parts, exampleId: string): ExampleRecord {
  const record = examples.getRecord(exampleId);
  if (experts.isAsked(record.key)) throw new AppError("answerFirst");
  return record;
}

function createDisputeReader(
  parts: Parts,
  queries: ReturnType<typeof disputeQueries>,
  toAnnotator: (row: PersonRow) => Annotator,
) {
  return function getDispute(exampleId: string): Dispute {
    const { key, disputed, example } = getSeen(parts, exampleId);
    const decision = queries.findDecision(key);
    const placeOf = (annotatorId: string) => seededHash(`${exampleId} ${annotatorId}`, 1);
    return {
      exampleId,
      input: example.input,
      payload: example.payload,
      isOpen: disputed,
      answers: queries
        .listAnswers(key)
        .map((row) => ({
          annotationId: row.annotationId,
          by: toAnnotator(row),
          value: row.value,
          atMs: row.atMs,
        }))
        .toSorted((a, b) => placeOf(a.by.annotatorId) - placeOf(b.by.annotatorId)),
      decision: decision && {
        by: toAnnotator(decision),
        value: decision.value,
        comment: decision.comment,
        atMs: decision.atMs,
      },
    };
  };
}

/** Decides what holds, whatever people answered. */
function createJudge(db: Db, parts: Parts) {
  const annotations = annotationQueries(db);
  const { examples, experts, rules } = parts;

  /** Throws `answerFirst`, `answerDoesNotFit`, and `notFound` where nobody was asked; call it within a step. */
  return function adjudicate(input: {
    exampleId: string;
    value: AnswerValue;
    comment: string;
    asRule: boolean;
  }): Change {
    const before = getSeen(parts, input.exampleId);
    if (experts.listOpinions(before.key).length === 0)
      throw new AppError("notFound", { thing: "disagreement" });
    refuseUnfit(annotations, input.value, before.example);
    const annotatorKey = experts.getPersonKey();
    const atMs = Date.now();
    const annotationKey = annotations.insert({
      exampleKey: before.key,
      annotatorKey,
      supersedesKey: before.annotationKey,
      value: input.value,
      elapsedMs: null,
      atMs,
    });
    const { comment } = input;
    experts.decide({ exampleKey: before.key, annotatorKey, annotationKey, comment, atMs });
    experts.settle(before.key);
    if (input.asRule)
      rules.add({
        body: comment,
        labelIds: answerLabels(input.value),
        exampleId: input.exampleId,
      });
    return { before, after: examples.getRecord(input.exampleId), wasAsked: false };
  };
}
