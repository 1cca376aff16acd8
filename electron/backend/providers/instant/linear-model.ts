import { emitBuckets } from "./text-features.ts";
import { featureOfBucket, type Vocabulary } from "./vectoriser.ts";

/** A trained classifier: score of label k = bias[k] + scale[k] · Σ weight[feature, k] · value. */
export interface LinearModel {
  labels: string[];
  /** The most frequent label in training. */
  majorityLabel: string;
  vocabulary: Vocabulary;
  /** Feature after feature, one whole number from -127 to 127 for each label. */
  weights: Int8Array;
  scales: Float32Array;
  biases: Float32Array;
  /** Divides the scores before they are turned into probabilities. */
  temperature: number;
}

/** Softmax of the scores at a temperature. */
export function toProbabilities(scores: Float64Array, temperature: number): Float64Array {
  const highest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Index of the highest score; the first of equals. */
export function indexOfHighest(scores: Float64Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if (scores[k]! > scores[best]!) best = k;
  return best;
}

/** Puts one label's weights into the model as 8-bit numbers with a scale of their own. */
export function storeWeights(
  model: LinearModel,
  label: number,
  weights: Float64Array,
  bias: number,
) {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest > 0 ? largest / 127 : 1;
  const labelCount = model.labels.length;
  for (let feature = 0; feature < weights.length; feature += 1) {
    model.weights[feature * labelCount + label] = Math.round(weights[feature]! / scale);
  }
  model.scales[label] = scale;
  model.biases[label] = bias;
}

export interface Classifier {
  /** One score for each label of the model; above 0 speaks for the label. */
  scores: (text: string) => Float64Array;
  /** The most probable label. */
  classify: (text: string) => string;
  /** Every label with its probability, most probable first. */
  rank: (text: string) => { label: string; probability: number }[];
}

/** A classifier that answers from a model; holds its look-up table, so make it once. */
export function createClassifier(model: LinearModel): Classifier {
  const table = featureOfBucket(model.vocabulary);
  const labelCount = model.labels.length;

  function scores(text: string): Float64Array {
    const counts = new Map<number, number>();
    emitBuckets(text, (bucket) => {
      const feature = table[bucket]!;
      if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    });
    const sums = new Float64Array(labelCount);
    let squares = 0;
    for (const [feature, count] of counts) {
      const value = (1 + Math.log(count)) * model.vocabulary.inverseFrequencies[feature]!;
      squares += value * value;
      const start = feature * labelCount;
      for (let k = 0; k < labelCount; k += 1) sums[k]! += value * model.weights[start + k]!;
    }
    const length = squares > 0 ? Math.sqrt(squares) : 1;
    return sums.map((sum, k) => model.biases[k]! + (model.scales[k]! * sum) / length);
  }

  return {
    scores,
    classify: (text) => model.labels[indexOfHighest(scores(text))]!,
    rank(text) {
      const probabilities = toProbabilities(scores(text), model.temperature);
      const ranked = model.labels.map((label, k) => ({ label, probability: probabilities[k]! }));
      return ranked.toSorted((a, b) => b.probability - a.probability);
    },
  };
}
