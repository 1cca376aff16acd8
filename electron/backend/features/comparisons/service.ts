import { randomInt } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { Comparison } from "#shared/features/comparisons/contract.ts";
import { isFinished } from "#shared/features/jobs/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { askedText } from "#shared/features/versions/chat-messages.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobContext, JobRunner } from "../../jobs/runner.ts";
import { answerAndScore, type AnswerDeps } from "./answer-and-score.ts";
import { expectedAnswer } from "./expected-answer.ts";
import {
  comparisonQueries,
  type ItemPage,
  type OpenComparison,
  toItem,
  type TrainedModel,
} from "./queries.ts";
import { createVoting } from "./voting.ts";

/** Tasks whose answers can be scored or judged side by side; marked passages are neither. */
const COMPARED: readonly TaskType[] = ["classify", "tag", "write", "chat", "rank"];

export interface ComparisonDeps extends AnswerDeps {
  jobs: JobRunner;
}

/** Frozen answers of the base and the tuned model to the same test examples, their scores and blind votes. */
export function createComparisonService(db: Db, deps: ComparisonDeps) {
  const queries = comparisonQueries(db);

  function find(comparisonId: string): OpenComparison {
    const found = queries.find(comparisonId);
    if (!found) throw new AppError("notFound", { thing: "comparison" });
    return found;
  }
  const get = (comparisonId: string) => toComparison(find(comparisonId), deps.jobs);

  function getTrained(trainingJobId: string): TrainedModel {
    const trained = queries.findTrained(trainingJobId);
    if (!trained) throw new AppError("notFound", { thing: "training" });
    if (trained.state !== "done") throw new AppError("trainingNotDone");
    if (!COMPARED.includes(trained.taskType)) throw new AppError("taskTypeNotSupported");
    return trained;
  }

  function record(trained: TrainedModel, jobKey: number, comparisonId: string) {
    const dataset = deps.versions.dataset(trained.versionId);
    const comparisonKey = queries.insert({
      comparisonId,
      jobKey,
      trainingJobKey: trained.jobKey,
      baseModel: trained.baseModel,
      tunedModel: trained.tunedModel ?? trained.baseModel,
      createdAtMs: Date.now(),
    });
    for (const [position, example] of dataset.rows("test").entries())
      queries.insertItem({
        itemId: newId(),
        comparisonKey,
        position,
        input: askedText(example),
        expected: expectedAnswer(dataset.version, example),
        sideA: randomInt(2) === 0 ? "base" : "tuned",
      });
  }

  const run = (comparisonId: string) => (job: JobContext) =>
    answerAndScore(db, queries, deps, find(comparisonId), job);

  return {
    /** Goes on with an unfinished comparison of this training; makes a new one when there is none. */
    start({ trainingJobId }: { trainingJobId: string }): { jobId: string; comparisonId: string } {
      const trained = getTrained(trainingJobId);
      const latest = queries.findLatestOf(trainingJobId);
      if (latest && latest.result === null) {
        const { jobId, comparisonId } = latest;
        if (isFinished(deps.jobs.get(jobId).state)) deps.jobs.resume(jobId, run(comparisonId));
        return { jobId, comparisonId };
      }
      if (deps.versions.get(trained.versionId).counts.test === 0)
        throw new AppError("noTestExamples");
      const comparisonId = newId();
      const jobId = deps.jobs.start({
        kind: "comparison",
        subjectId: comparisonId,
        record: (jobKey) => record(trained, jobKey, comparisonId),
        run: run(comparisonId),
      });
      return { jobId, comparisonId };
    },

    list: (): Comparison[] => queries.list().map((row) => toComparison(row, deps.jobs)),
    get,

    listItems(input: ItemPage) {
      const { taskType } = find(input.comparisonId);
      const { total, rows } = queries.listItems(input);
      return { total, rows: rows.map((row) => toItem(row, taskType)) };
    },

    ...createVoting(db, queries, get),
  };
}
export type ComparisonService = ReturnType<typeof createComparisonService>;

const toComparison = (row: OpenComparison, jobs: JobRunner): Comparison => ({
  comparisonId: row.comparisonId,
  jobId: row.jobId,
  trainingJobId: row.trainingJobId,
  versionNumber: row.versionNumber,
  providerId: row.providerId,
  baseModel: row.baseModel,
  tunedModel: row.tunedModel,
  baseIsUntrainedBaseline: row.isBaseline === 1,
  state: jobs.get(row.jobId).state,
  unscored: row.unscored,
  createdAtMs: row.createdAtMs,
  result: row.result,
});
