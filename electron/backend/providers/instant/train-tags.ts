import { createClassifier, type LinearModel, storeWeights } from "./linear-model.ts";
import { SvmTrainer } from "./linear-svm.ts";
import { ROWS_TO_CALIBRATE, USUAL_TEMPERATURE } from "./temperature.ts";
import {
  type LinearFacts,
  ROWS_TO_SCORE,
  type TrainingWatch,
  vectoriseFor,
} from "./train-linear.ts";

/** Texts with the indexes of each one's labels; a text may have none. */
export interface TaggedTexts {
  texts: string[];
  labelsOfText: number[][];
}

export interface TagTask {
  labels: string[];
  train: TaggedTexts;
  /** Only for choosing the threshold; never learned from. */
  validation: TaggedTexts;
}

/** A label is given where its score is above the threshold. */
export type TagModel = LinearModel & { threshold: number };

/** Learns each label against all texts without it; the same task gives the same model, bit for bit. */
export async function trainTags(
  task: TagTask,
  watch: TrainingWatch,
): Promise<{ model: TagModel; facts: LinearFacts }> {
  const { train, labels } = task;
  const { vocabulary, rows, stopIfAsked, vectoriseMs } = vectoriseFor(train.texts, labels, watch);
  const vectorisedMs = performance.now();
  const frequencies = labels.map(
    (_, label) => train.labelsOfText.filter((own) => own.includes(label)).length,
  );
  const model: TagModel = {
    labels,
    majorityLabel: labels[frequencies.indexOf(Math.max(...frequencies))] ?? "",
    vocabulary,
    weights: new Int8Array(vocabulary.buckets.length * labels.length),
    scales: new Float32Array(labels.length),
    biases: new Float32Array(labels.length),
    temperature: USUAL_TEMPERATURE,
    threshold: 0,
  };
  const trainer = new SvmTrainer(rows, vocabulary.buckets.length);
  for (let label = 0; label < labels.length; label += 1) {
    const isPositive = Uint8Array.from(train.labelsOfText, (own) => Number(own.includes(label)));
    trainer.learn(isPositive, watch.isStopped);
    storeWeights(model, label, trainer.weights, trainer.bias);
    stopIfAsked();
    await watch.onProgress(label + 1, labels.length);
  }
  const validation = scoreTexts(model, task.validation);
  if (validation.length >= ROWS_TO_CALIBRATE) model.threshold = bestThreshold(validation);
  const facts = {
    features: vocabulary.buckets.length,
    vectoriseMs,
    trainMs: performance.now() - vectorisedMs,
    trainAccuracy: shareRight(scoreTexts(model, train), model.threshold),
    validationAccuracy: shareRight(validation, model.threshold),
  };
  return { model, facts };
}

interface ScoredTags {
  scores: Float64Array;
  labels: readonly number[];
}

function scoreTexts(model: LinearModel, { texts, labelsOfText }: TaggedTexts): ScoredTags[] {
  const classifier = createClassifier(model);
  const every = Math.max(1, Math.ceil(texts.length / ROWS_TO_SCORE));
  const scored: ScoredTags[] = [];
  for (let row = 0; row < texts.length; row += every)
    scored.push({ scores: classifier.scores(texts[row]!), labels: labelsOfText[row]! });
  return scored;
}

/** The threshold with the highest micro-F1 between all scores; the middle of the two that it parts. */
function bestThreshold(rows: readonly ScoredTags[]): number {
  const decisions = rows
    .flatMap(({ scores, labels }) =>
      Array.from(scores, (score, label) => ({ score, isRight: labels.includes(label) })),
    )
    .toSorted((a, b) => b.score - a.score);
  const expected = decisions.filter(({ isRight }) => isRight).length;
  let [best, threshold, right] = [0, 0, 0];
  for (const [place, { score, isRight }] of decisions.entries()) {
    right += Number(isRight);
    const next = decisions[place + 1]?.score ?? score - 1;
    const f1 = (2 * right) / (place + 1 + expected);
    if (f1 > best && next < score) [best, threshold] = [f1, (score + next) / 2];
  }
  return threshold;
}

function shareRight(rows: readonly ScoredTags[], threshold: number): number | null {
  if (rows.length === 0) return null;
  const isRight = ({ scores, labels }: ScoredTags) =>
    scores.every((score, label) => score > threshold === labels.includes(label));
  return rows.filter(isRight).length / rows.length;
}
