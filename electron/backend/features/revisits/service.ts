import { answerKey } from "#shared/features/annotations/answer-key.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { QueueName } from "#shared/features/annotations/contract.ts";
import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { ChangedMind } from "#shared/features/revisits/contract.ts";
import {
  isRechecked,
  mixIn,
  MIXED_IN_ONE_OF,
  RECHECK_AFTER_ANSWERS,
  RECHECK_AFTER_MS,
} from "#shared/features/revisits/schedule.ts";
import type { Db } from "../../db/open.ts";
import { settingsQueries } from "../annotations/settings-queries.ts";
import type { ExampleRecord } from "../examples/queries.ts";
import type { ExpertService } from "../experts/service.ts";
import { outcomeQueries, revisitQueries, scheduleQueries } from "./queries.ts";

/** Answers after which nobody is told any more that an earlier one differed from the one before it. */
const TOLD_FOR_ANSWERS = 3;
const TOLD_FOR_MS = 10 * 60_000;
/** Nobody writes the same twice: that says nothing about how they judge, and costs them minutes. */
const WRITTEN: ReadonlySet<AnswerValue["kind"]> = new Set(["write", "chat"]);

/** Answers to look at once more: openly because a rule changed, or without being told. */
export function createRevisitService(db: Db, experts: Pick<ExpertService, "findPersonKey">) {
  const queries = revisitQueries(db);
  const schedule = scheduleQueries(db);
  const outcomes = outcomeQueries(db);
  const settings = settingsQueries(db);
  /**
   * Examples that went to the desk as if for the first time. Only an answer to one of these tells how steady
   * somebody judges; it ends with the session, and such an example is then served anew.
   */
  const servedBlind = new Set<number>();

  const me = (): number | null => experts.findPersonKey() ?? null;
  const listRechecked = () => queries.listRechecked(me(), Date.now());

  return {
    countDue: () => queries.countDue(me(), Date.now()),

    /** The former answer was shown: what is answered now is no second, independent one. */
    reveal: (exampleKey: number) => void servedBlind.delete(exampleKey),

    /** Of the examples that a queue brings to the desk, those that are asked for as if for the first time. */
    serve(queue: QueueName, records: readonly ExampleRecord[]): ReadonlySet<number> {
      const due = new Set(queue === "again" || queue === "unlabelled" ? listRechecked() : []);
      const blind = new Set<number>();
      for (const { key } of records)
        if (due.has(key)) blind.add(key);
        else servedBlind.delete(key);
      for (const key of blind) servedBlind.add(key);
      return blind;
    },

    /** Puts what is due now and then among examples without an answer, unless these are narrowed down. */
    mixIn(
      asked: { queue: QueueName; filter: ExampleFilter; afterExampleId?: string | undefined },
      records: ExampleRecord[],
      listRecords: (exampleKeys: readonly number[]) => ExampleRecord[],
    ): ExampleRecord[] {
      const isNarrowed = Object.keys(asked.filter).length > 0;
      if (asked.queue !== "unlabelled" || isNarrowed || records.length < MIXED_IN_ONE_OF - 1)
        return records;
      // From its beginning, the desk knows nothing of what was served before.
      if (asked.afterExampleId === undefined) servedBlind.clear();
      const due = listRechecked().filter((key) => !servedBlind.has(key));
      const most = Math.floor(records.length / (MIXED_IN_ONE_OF - 1));
      return mixIn(records, listRecords(due.slice(0, most)), ({ key }) => key);
    },

    /** Call it in the step that answers; asks a few of the answers once more after a while. */
    noteAnswer(answered: {
      exampleKey: number;
      exampleId: string;
      person: number;
      value: AnswerValue | null;
    }) {
      const { exampleKey, exampleId, person } = answered;
      const atMs = Date.now();
      const isBlind = servedBlind.delete(exampleKey);
      const finished = queries.finish({ exampleKey, person, atMs, isBlind });
      if (finished > 0 || !answered.value || WRITTEN.has(answered.value.kind)) return;
      if (!isRechecked(exampleId, settings.read().recheckShare)) return;
      const dueAtMs = atMs + RECHECK_AFTER_MS;
      schedule.plan({ exampleKey, person, answers: RECHECK_AFTER_ANSWERS, dueAtMs, atMs });
    },

    planForRule: (revisit: { keys: readonly number[]; person: number; ruleKey: number }) =>
      schedule.planForRule({ ...revisit, atMs: Date.now() }),

    rulesOf: (exampleId: string) => outcomes.listRulesOf(exampleId, me()),

    /** The answer given just now, if the same person said something else the last time. */
    changedMind(): ChangedMind | null {
      const latest = outcomes.findLatest(me(), Date.now() - TOLD_FOR_MS);
      if (!latest || latest.newer >= TOLD_FOR_ANSWERS) return null;
      const { newer: _newer, ...told } = latest;
      return answerKey(told.first) === answerKey(told.second) ? null : told;
    },

    /** All examples that somebody answered twice, the second time without seeing the first answer. */
    listRecheckedPairs: () => outcomes.listPairs(),
  };
}
export type RevisitService = ReturnType<typeof createRevisitService>;
