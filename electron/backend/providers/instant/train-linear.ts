import { AppError } from "#shared/errors/app-error.ts";
import {
  createClassifier,
  indexOfHighest,
  type LinearModel,
  storeWeights,
} from "./linear-model.ts";
import { SvmTrainer } from "./linear-svm.ts";
import {
  fitTemperature,
  ROWS_TO_CALIBRATE,
  type ScoredRow,
  USUAL_TEMPERATURE,
} from "./temperature.ts";
import { fitVocabulary } from "./vectoriser.ts";

/** Texts with the index of each one's label. */
export interface LabelledTexts {
  texts: string[];
  labelOfText: Int32Array;
}

export interface LinearTask {
  labels: string[];
  train: LabelledTexts;
  /** Only for turning scores into honest probabilities; never learned from. */
  validation: LabelledTexts;
}

export interface LinearFacts {
  features: number;
  vectoriseMs: number;
  trainMs: number;
  /** Shares of right answers; on at most `ROWS_TO_SCORE` rows, null without any. */
  trainAccuracy: number | null;
  validationAccuracy: number | null;
}

export interface TrainingWatch {
  isStopped: () => boolean;
  /** Labels learned so far, and all labels. */
  onProgress(done: number, total: number): Promise<void> | void;
}

/** Weights that a model may hold in all: 32 MB at one byte each. */
const MOST_WEIGHTS = 2 ** 25;
/** Rows that are enough to estimate an accuracy or to fit a temperature. */
export const ROWS_TO_SCORE = 2000;

/** What all learning begins with: the features worth a weight for each label, and every text in them. */
export function vectoriseFor(
  texts: readonly string[],
  labels: readonly string[],
  watch: TrainingWatch,
) {
  const startMs = performance.now();
  const stopIfAsked = () => {
    if (watch.isStopped()) throw new AppError("cancelled");
  };
  const mostFeatures = Math.floor(MOST_WEIGHTS / labels.length);
  const { vocabulary, rows } = fitVocabulary(texts, mostFeatures, stopIfAsked);
  return { vocabulary, rows, stopIfAsked, vectoriseMs: performance.now() - startMs };
}

/** Learns to tell the labels apart; the same task gives the same model, bit for bit. */
export async function trainLinear(
  task: LinearTask,
  watch: TrainingWatch,
): Promise<{ model: LinearModel; facts: LinearFacts }> {
  const { train, labels } = task;
  const { vocabulary, rows, stopIfAsked, vectoriseMs } = vectoriseFor(train.texts, labels, watch);
  const vectorisedMs = performance.now();
  const model: LinearModel = {
    labels,
    majorityLabel: findMajority(labels, train.labelOfText),
    vocabulary,
    weights: new Int8Array(vocabulary.buckets.length * labels.length),
    scales: new Float32Array(labels.length),
    biases: new Float32Array(labels.length),
    temperature: USUAL_TEMPERATURE,
  };
  const needsStandIn = task.validation.texts.length < ROWS_TO_CALIBRATE;
  const heldOut = needsStandIn ? chooseHeldOut(train.labelOfText, labels.length) : [];
  const isHeldOut = new Uint8Array(train.texts.length);
  for (const { row } of heldOut) isHeldOut[row] = 1;
  const trainer = new SvmTrainer(rows, vocabulary.buckets.length);
  for (let label = 0; label < labels.length; label += 1) {
    const isPositive = Uint8Array.from(train.labelOfText, (own) => (own === label ? 1 : 0));
    trainer.learn(isPositive, watch.isStopped);
    storeWeights(model, label, trainer.weights, trainer.bias);
    if (heldOut.length > 0) {
      trainer.learnWithout(isHeldOut, isPositive, watch.isStopped);
      for (const { row, scores } of heldOut) scores[label] = trainer.score(row);
    }
    stopIfAsked();
    await watch.onProgress(label + 1, labels.length);
  }
  const validation = scoreTexts(model, task.validation);
  model.temperature = fitTemperature(needsStandIn ? heldOut : validation);
  const facts = {
    features: vocabulary.buckets.length,
    vectoriseMs,
    trainMs: performance.now() - vectorisedMs,
    trainAccuracy: shareRight(scoreTexts(model, train)),
    validationAccuracy: shareRight(validation),
  };
  return { model, facts };
}

/**
 * Every tenth training row, or fewer: where there is no validation split, probabilities are fitted on
 * what a second model says that never saw these. None where they would be too few to tell anything.
 */
function chooseHeldOut(
  labelOfText: Int32Array,
  labelCount: number,
): (ScoredRow & { row: number })[] {
  const every = Math.max(10, Math.ceil(labelOfText.length / ROWS_TO_SCORE));
  const length = Math.floor(labelOfText.length / every);
  if (length < ROWS_TO_CALIBRATE) return [];
  return Array.from({ length }, (_, i) => {
    const row = (i + 1) * every - 1;
    return { row, scores: new Float64Array(labelCount), label: labelOfText[row]! };
  });
}

function findMajority(labels: string[], labelOfText: Int32Array): string {
  const counts = new Float64Array(labels.length);
  for (const label of labelOfText) counts[label]! += 1;
  return labels[indexOfHighest(counts)]!;
}

function scoreTexts(model: LinearModel, { texts, labelOfText }: LabelledTexts): ScoredRow[] {
  const classifier = createClassifier(model);
  const every = Math.max(1, Math.ceil(texts.length / ROWS_TO_SCORE));
  const scored: ScoredRow[] = [];
  for (let row = 0; row < texts.length; row += every) {
    scored.push({ scores: classifier.scores(texts[row]!), label: labelOfText[row]! });
  }
  return scored;
}

function shareRight(rows: ScoredRow[]): number | null {
  if (rows.length === 0) return null;
  return rows.filter((row) => indexOfHighest(row.scores) === row.label).length / rows.length;
}
