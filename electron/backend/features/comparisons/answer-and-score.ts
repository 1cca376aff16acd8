import type { ComparisonResult } from "./queries.ts";
import { createLabelMatcher } from "#shared/features/comparisons/match-label.ts";
import { scoreAnswers } from "#shared/features/comparisons/score-answers.ts";
import { createTagMatcher } from "#shared/features/comparisons/match-tags.ts";
import { scoreTags } from "#shared/features/comparisons/score-tags.ts";
import { scoreVotes } from "#shared/features/comparisons/score-votes.ts";
import { tagText } from "#shared/features/versions/chat-messages.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { Db } from "../../db/open.ts";
import type { JobContext } from "../../jobs/runner.ts";
import type { Answerers } from "../../providers/provider.ts";
import type { VersionService } from "../versions/service.ts";
import { askModel } from "./ask-models.ts";
import type { ComparisonQueries } from "./queries.ts";

export interface AnswerDeps {
  versions: VersionService;
  training: {
    /** Both models of a finished training, ready to answer. */
    makeAnswerers(trainingJobId: string, signal: AbortSignal): Promise<Answerers>;
  };
}

/** Asks both models for the answers still missing, then scores; run again, it goes on where it stopped. */
export async function answerAndScore(
  db: Db,
  queries: ComparisonQueries,
  deps: AnswerDeps,
  open: { comparisonId: string; trainingJobId: string; versionId: string },
  job: JobContext,
): Promise<void> {
  const { comparisonId } = open;
  const dataset = deps.versions.dataset(open.versionId);
  const { version } = dataset;
  const examples = dataset.rows("test");
  const total = examples.length;
  job.report({ phase: "preparing", done: 0, total });
  const answerers = await deps.training.makeAnswerers(open.trainingJobId, job.signal);
  queries.saveModels({
    comparisonId,
    baseModel: answerers.base.modelName,
    tunedModel: answerers.tuned.modelName,
    isBaseline: answerers.baseIsUntrainedBaseline,
  });
  const matchLabel = matcherOf(version);
  // One model after the other: an engine on this computer holds one at a time.
  for (const side of ["base", "tuned"] as const) {
    const phase = side === "base" ? "answeringBase" : "answeringTuned";
    await askModel({
      answerer: answerers[side],
      examples,
      missing: queries.listMissing(comparisonId, side),
      concurrency: answerers.concurrency,
      matchLabel,
      signal: job.signal,
      save: db.transaction((answers) => {
        for (const [position, answer] of answers)
          queries.saveOutput(comparisonId, position, side, answer);
      }),
      onAnswered: (done) => job.report({ phase, done, total }),
    });
  }
  job.report({ phase: "scoring", done: 0 });
  queries.saveResult(comparisonId, score(queries, comparisonId, version));
}

/** The label, or labels, that an answer names, spelt as the expected ones are; null where answers are texts. */
function matcherOf(version: DatasetVersion): ((text: string) => string | null) | null {
  if (version.taskType === "classify") return createLabelMatcher(namesOf(version));
  if (version.taskType !== "tag") return null;
  const match = createTagMatcher(namesOf(version));
  return (text) => {
    const labels = match(text);
    return labels && tagText(labels);
  };
}

const namesOf = (version: DatasetVersion) => version.labels.map((label) => label.name);

const score = (
  queries: ComparisonQueries,
  comparisonId: string,
  version: DatasetVersion,
): ComparisonResult => {
  if (version.taskType === "classify")
    return scoreAnswers(queries.listPairs(comparisonId), namesOf(version));
  if (version.taskType === "tag")
    return scoreTags(queries.listPairs(comparisonId), namesOf(version));
  return scoreVotes(queries.countVotes(comparisonId));
};
