import { AppError } from "#shared/errors/app-error.ts";
import {
  chooseThreshold,
  type ScoredLabel,
} from "#shared/features/suggestions/choose-threshold.ts";
import {
  createClassifier,
  type LinearModel,
  storeWeights,
} from "../../../providers/instant/linear-model.ts";
import { SvmTrainer } from "../../../providers/instant/linear-svm.ts";
import { USUAL_TEMPERATURE } from "../../../providers/instant/temperature.ts";
import { fitVocabulary } from "../../../providers/instant/vectoriser.ts";
import type { LearnWatch } from "./proposal.ts";

/** Weights of all labels together; one byte each. */
const MOST_WEIGHTS = 2 ** 24;
/** Every fifth answer is held out to find where a label begins. */
const HELD_OUT_EVERY = 5;
const FEWEST_HELD_OUT = 20;

/** A text and the labels it has. */
export interface TaggedText {
  text: string;
  labels: readonly string[];
}

/** How likely each label is for a text; above one half it is given. */
export type Tagger = (text: string) => { label: string; probability: number }[];

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** One yes-or-no question for each label, each with a threshold of its own. */
export function learnOneVsRest(
  texts: readonly TaggedText[],
  { isStopped }: LearnWatch,
): Tagger | null {
  const labels = [...new Set(texts.flatMap((each) => each.labels))].toSorted();
  if (labels.length === 0) return null;
  const stopIfAsked = () => {
    if (isStopped()) throw new AppError("cancelled");
  };
  const inputs = texts.map(({ text }) => text);
  const { vocabulary, rows } = fitVocabulary(
    inputs,
    Math.floor(MOST_WEIGHTS / labels.length),
    stopIfAsked,
  );
  const model: LinearModel = {
    labels,
    majorityLabel: labels[0]!,
    vocabulary,
    weights: new Int8Array(vocabulary.buckets.length * labels.length),
    scales: new Float32Array(labels.length),
    biases: new Float32Array(labels.length),
    temperature: USUAL_TEMPERATURE,
  };
  const heldOut = [...texts.keys()].filter((row) => row % HELD_OUT_EVERY === 0);
  const isHeldOut = new Uint8Array(texts.length);
  for (const row of heldOut) isHeldOut[row] = 1;
  const trainer = new SvmTrainer(rows, vocabulary.buckets.length);
  const thresholds = labels.map((label, index) => {
    const isPositive = Uint8Array.from(texts, (each) => (each.labels.includes(label) ? 1 : 0));
    trainer.learn(isPositive, isStopped);
    storeWeights(model, index, trainer.weights, trainer.bias);
    stopIfAsked();
    if (heldOut.length < FEWEST_HELD_OUT) return 0;
    trainer.learnWithout(isHeldOut, isPositive, isStopped);
    const scored = heldOut.map((row): ScoredLabel => ({
      score: trainer.score(row),
      isRight: isPositive[row] === 1,
    }));
    return chooseThreshold(scored);
  });
  const classifier = createClassifier(model);
  return (text) => {
    const scores = classifier.scores(text);
    return labels.map((label, index) => ({
      label,
      probability: sigmoid((scores[index]! - thresholds[index]!) / model.temperature),
    }));
  };
}
