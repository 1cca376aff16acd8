import { randomInt } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { Comparison, Duel, VoteChoice } from "#shared/features/comparisons/contract.ts";
import { createLabelMatcher } from "#shared/features/comparisons/match-label.ts";
import { scoreAnswers } from "#shared/features/comparisons/score-answers.ts";
import { scoreVotes, voteOf } from "#shared/features/comparisons/score-votes.ts";
import { isFinished } from "#shared/features/jobs/contract.ts";
import { answerText } from "#shared/features/versions/chat-messages.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { JobContext, JobRunner } from "../../jobs/runner.ts";
import type { Answerers, FrozenDataset } from "../../providers/provider.ts";
import type { VersionService } from "../versions/service.ts";
import { askModel } from "./ask-models.ts";
import {
  comparisonQueries,
  type DuelRow,
  type ItemFilter,
  type OpenComparison,
  toItem,
  type TrainedModel,
} from "./queries.ts";

export interface ComparisonDeps {
  jobs: JobRunner;
  versions: VersionService;
  /** Both models of a finished training, ready to answer. */
  makeAnswerers(trainingJobId: string, signal: AbortSignal): Promise<Answerers>;
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
    if (trained.taskType !== "classify" && trained.taskType !== "write")
      throw new AppError("taskTypeNotSupported");
    return trained;
  }

  function record(trained: TrainedModel, jobKey: number, comparisonId: string) {
    const rows = deps.versions.dataset(trained.versionId).rows("test");
    const comparisonKey = queries.insert({
      comparisonId,
      jobKey,
      trainingJobKey: trained.jobKey,
      baseModel: trained.baseModel,
      tunedModel: trained.tunedModel ?? trained.baseModel,
      createdAtMs: Date.now(),
    });
    for (const [position, example] of rows.entries())
      queries.insertItem({
        itemId: newId(),
        comparisonKey,
        position,
        input: example.input,
        expected: answerText(example.answer) ?? "",
        sideA: randomInt(2) === 0 ? "base" : "tuned",
      });
  }

  async function run(comparisonId: string, { signal, report }: JobContext) {
    const { trainingJobId, versionId, taskType } = find(comparisonId);
    const dataset = deps.versions.dataset(versionId);
    const examples = dataset.rows("test");
    report({ phase: "preparing", done: 0, total: examples.length });
    const answerers = await deps.makeAnswerers(trainingJobId, signal);
    queries.saveModels({
      comparisonId,
      baseModel: answerers.base.modelName,
      tunedModel: answerers.tuned.modelName,
      isBaseline: answerers.baseIsUntrainedBaseline,
    });
    const labels = dataset.version.labels.map((label) => label.name);
    // One model after the other: an engine on this computer holds one at a time.
    for (const side of ["base", "tuned"] as const) {
      const phase = side === "base" ? "answeringBase" : "answeringTuned";
      await askModel({
        side,
        answerer: answerers[side],
        examples,
        missing: queries.listMissing(comparisonId, side),
        concurrency: answerers.concurrency,
        matchLabel: taskType === "classify" ? createLabelMatcher(labels) : null,
        signal,
        save: db.transaction((answers) => {
          for (const [position, answer] of answers)
            queries.saveOutput(comparisonId, position, side, answer);
        }),
        onAnswered: (done) => report({ phase, done, total: examples.length }),
      });
    }
    report({ phase: "scoring", done: 0 });
    queries.saveResult(comparisonId, score(comparisonId, dataset));
  }

  function score(comparisonId: string, { version }: FrozenDataset) {
    if (version.taskType === "write") return scoreVotes(queries.countVotes(comparisonId));
    const labels = version.labels.map((label) => label.name);
    return scoreAnswers(queries.listPairs(comparisonId), labels);
  }

  const toDuel = (comparisonId: string, row: DuelRow | undefined): Duel | null => {
    if (!row) return null;
    const [a, b] = row.sideA === "base" ? [row.base, row.tuned] : [row.tuned, row.base];
    const { left } = queries.countVotes(comparisonId);
    return { itemId: row.itemId, input: row.input, a, b, left };
  };

  /** Duels are for write, and only once every answer is in. */
  const hasDuels = (comparisonId: string) => find(comparisonId).result?.kind === "write";

  return {
    /** Goes on with an unfinished comparison of this training; makes a new one when there is none. */
    start({ trainingJobId }: { trainingJobId: string }): { jobId: string; comparisonId: string } {
      const trained = getTrained(trainingJobId);
      const latest = queries.findLatestOf(trainingJobId);
      if (latest && latest.result === null) {
        const { jobId, comparisonId } = latest;
        if (isFinished(deps.jobs.get(jobId).state))
          deps.jobs.resume(jobId, (context) => run(comparisonId, context));
        return { jobId, comparisonId };
      }
      if (deps.versions.get(trained.versionId).counts.test === 0)
        throw new AppError("noTestExamples");
      const comparisonId = newId();
      const jobId = deps.jobs.start({
        kind: "comparison",
        subjectId: comparisonId,
        record: (jobKey) => record(trained, jobKey, comparisonId),
        run: (context) => run(comparisonId, context),
      });
      return { jobId, comparisonId };
    },

    list: (): Comparison[] => queries.list().map((row) => toComparison(row, deps.jobs)),
    get,

    listItems(input: {
      comparisonId: string;
      show: ItemFilter;
      confusion?: { expected: string; got: string } | undefined;
      offset: number;
      limit: number;
    }) {
      const { taskType } = find(input.comparisonId);
      const { total, rows } = queries.listItems(input);
      return { total, rows: rows.map((row) => toItem(row, taskType)) };
    },

    nextDuel: (comparisonId: string): Duel | null =>
      hasDuels(comparisonId) ? toDuel(comparisonId, queries.nextDuel(comparisonId)) : null,

    /** A vote on a duel that has one already changes nothing: a held key cannot overwrite a decision. */
    vote: ({ comparisonId, itemId, choice }: {
      comparisonId: string;
      itemId: string;
      choice: VoteChoice;
    }) =>
      db.transaction(() => {
        const duel = hasDuels(comparisonId) ? queries.findDuel(comparisonId, itemId) : undefined;
        if (!duel) throw new AppError("notFound", { thing: "duel" });
        if (duel.vote === null) {
          queries.saveVote(itemId, voteOf(choice, duel.sideA));
          queries.saveResult(comparisonId, scoreVotes(queries.countVotes(comparisonId)));
        }
        return { revealed: { a: duel.sideA }, comparison: get(comparisonId) };
      })(),

    undoVote: (comparisonId: string): Duel | null =>
      db.transaction(() => {
        const duel = hasDuels(comparisonId) ? queries.latestVoted(comparisonId) : undefined;
        if (!duel) return null;
        queries.clearVote(duel.itemId);
        queries.saveResult(comparisonId, scoreVotes(queries.countVotes(comparisonId)));
        return toDuel(comparisonId, duel);
      })(),
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
