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
import { fitVocabulary, type SparseRows } from "./vectoriser.ts";

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
  /** Labels learned so far; a stand-in for a missing validation split counts them twice. */
  onProgress(done: number, total: number): Promise<void> | void;
}

/** Weights that a model may hold in all: 32 MB at one byte each. */
const MOST_WEIGHTS = 2 ** 25;
/** Rows that are enough to estimate an accuracy or to fit a temperature. */
const ROWS_TO_SCORE = 2000;

/** Learns to tell the labels apart; the same task gives the same model, bit for bit. */
export async function trainLinear(
  task: LinearTask,
  watch: TrainingWatch,
): Promise<{ model: LinearModel; facts: LinearFacts }> {
  const startMs = performance.now();
  const { train, labels } = task;
  const { vocabulary, rows } = fitVocabulary(train.texts, Math.floor(MOST_WEIGHTS / labels.length));
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
  const heldOut = needsStandIn ? chooseHeldOut(train.texts.length) : [];
  const rounds = heldOut.length > 0 ? 2 : 1;
  const learn = async (round: number, chosen: Int32Array, store: LabelSink) => {
    const trainer = new SvmTrainer(rows, chosen);
    const weights = new Float64Array(vocabulary.buckets.length);
    for (let label = 0; label < labels.length; label += 1) {
      const isPositive = Uint8Array.from(train.labelOfText, (own) => (own === label ? 1 : 0));
      const bias = trainer.trainLabel(isPositive, weights, watch.isStopped);
      if (watch.isStopped()) throw new AppError("cancelled");
      store(label, weights, bias);
      await watch.onProgress(round * labels.length + label + 1, rounds * labels.length);
    }
  };
  const everyRow = Int32Array.from(train.texts.keys());
  await learn(0, everyRow, (label, weights, bias) => storeWeights(model, label, weights, bias));
  let unseen = scoreTexts(model, task.validation);
  const validationAccuracy = shareRight(unseen);
  if (heldOut.length > 0) {
    unseen = heldOut.map((row) => ({
      scores: new Float64Array(labels.length),
      label: train.labelOfText[row]!,
    }));
    const isHeldOut = new Set(heldOut);
    const others = everyRow.filter((row) => !isHeldOut.has(row));
    await learn(1, others, (label, weights, bias) =>
      heldOut.forEach((row, i) => (unseen[i]!.scores[label] = scoreRow(rows, row, weights, bias))),
    );
  }
  model.temperature = fitTemperature(unseen);
  const facts = {
    features: vocabulary.buckets.length,
    vectoriseMs: vectorisedMs - startMs,
    trainMs: performance.now() - vectorisedMs,
    trainAccuracy: shareRight(scoreTexts(model, train)),
    validationAccuracy,
  };
  return { model, facts };
}

type LabelSink = (label: number, weights: Float64Array, bias: number) => void;

/**
 * Training rows that stand in for a missing validation split when probabilities are fitted: a second
 * model learns from all the others. None where they would be too few to tell anything.
 */
function chooseHeldOut(rowCount: number): number[] {
  const every = Math.max(10, Math.ceil(rowCount / ROWS_TO_SCORE));
  const heldOut = Array.from(
    { length: Math.floor(rowCount / every) },
    (_, i) => (i + 1) * every - 1,
  );
  return heldOut.length < ROWS_TO_CALIBRATE ? [] : heldOut;
}

function scoreRow(rows: SparseRows, row: number, weights: Float64Array, bias: number): number {
  let score = bias;
  for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i += 1) {
    score += weights[rows.columns[i]!]! * rows.values[i]!;
  }
  return score;
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
