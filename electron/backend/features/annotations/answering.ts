import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { keepOriginal } from "#shared/features/annotations/keep-original.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import type { ExampleService } from "../examples/service.ts";
import type { OpinionRow } from "../experts/queries.ts";
import type { ExpertService } from "../experts/service.ts";
import type { RevisitService } from "../revisits/service.ts";
import type { AnnotationQueries } from "./queries.ts";
import { refuseUnfit } from "./refuse-unfit.ts";

/** What a person does to an example. */
export interface Said {
  value: AnswerValue | null;
  status: "labelled" | "unlabelled" | "skipped";
  elapsedMs: number | null;
}

/** What an act did to one example. */
export interface Change {
  before: ExampleRecord;
  after: ExampleRecord;
  /** Whether this person was asked, beside somebody else, and had not answered. */
  wasAsked: boolean;
}

export interface AnsweringParts {
  queries: AnnotationQueries;
  examples: ExampleService;
  experts: ExpertService;
  revisits: RevisitService;
}

/** Writes down what a person says to an example, and puts in force what follows from it. */
export function createAnswering({ queries, examples, experts, revisits }: AnsweringParts) {
  const annotate = (
    exampleKey: number,
    person: number,
    { value, elapsedMs }: Said,
    supersedesKey: number | null,
  ) =>
    queries.insert({
      exampleKey,
      annotatorKey: person,
      supersedesKey,
      value,
      elapsedMs,
      atMs: Date.now(),
    });

  /** The usual case: nobody else was asked, and the newest answer is in force. */
  function sayAlone(record: ExampleRecord, person: number, said: Said) {
    const isWithdrawal = said.status === "unlabelled" && record.annotationKey !== null;
    const annotationKey =
      said.value || isWithdrawal ? annotate(record.key, person, said, record.annotationKey) : null;
    const labelId = said.value?.kind === "classify" ? said.value.labelId : null;
    queries.setState({
      exampleKey: record.key,
      status: said.status,
      annotationKey: said.value ? annotationKey : null,
      labelKey: labelId === null ? null : queries.findLabelKey(labelId),
    });
  }

  /**
   * One of those asked states, or changes, what they say. Somebody else who answers has seen what there is, and
   * decides: an answer that comes later and differs opens a dispute.
   */
  function sayBesideOthers(
    record: ExampleRecord,
    opinions: readonly OpinionRow[],
    person: number,
    said: Said,
  ) {
    const own = opinions.find(({ annotatorKey }) => annotatorKey === person);
    if (!own && said.value)
      experts.decide({
        exampleKey: record.key,
        annotatorKey: person,
        annotationKey: annotate(record.key, person, said, record.annotationKey),
        comment: "",
        atMs: Date.now(),
      });
    else {
      const row = own ?? experts.ask(record.key, person);
      const annotationKey = said.value
        ? annotate(record.key, person, said, row.annotationKey)
        : null;
      experts.state(row, { annotationKey, skipped: said.status === "skipped" });
    }
    experts.settle(record.key);
  }

  return function say(exampleId: string, given: Said): Change {
    const before = examples.getRecord(exampleId);
    const { answer, answeredBy } = before.example;
    const value = given.value && keepOriginal(given.value, answer, answeredBy === "import");
    const said: Said = { ...given, value };
    const wasAsked = experts.isAsked(before.key);
    if (said.value) refuseUnfit(queries, said.value, before.example);
    const person = experts.getPersonKey();
    const opinions = experts.listOpinions(before.key);
    if (opinions.length > 0) sayBesideOthers(before, opinions, person, said);
    else sayAlone(before, person, said);
    revisits.noteAnswer({ exampleKey: before.key, exampleId, person, value: said.value });
    return { before, after: examples.getRecord(exampleId), wasAsked };
  };
}
