import { toProbabilities } from "./linear-model.ts";

/** Rows needed before a temperature fitted on them says more than the usual one. */
export const ROWS_TO_CALIBRATE = 50;

/** For a model that had too few rows to fit its own; 0.17 fits the 77 labels of BANKING77. */
export const USUAL_TEMPERATURE = 0.2;

export interface ScoredRow {
  scores: Float64Array;
  /** Index of the right label. */
  label: number;
}

function meanLogLoss(rows: readonly ScoredRow[], temperature: number): number {
  const losses = rows.map(
    (row) => -Math.log(Math.max(toProbabilities(row.scores, temperature)[row.label]!, 1e-12)),
  );
  return losses.reduce((a, b) => a + b, 0) / rows.length;
}

/**
 * The temperature at which the probabilities of held-out rows have the least log loss (Guo, Pleiss, Sun,
 * Weinberger: "On calibration of modern neural networks", ICML 2017), by golden-section search on its
 * logarithm between 0.02 and 20.
 */
export function fitTemperature(rows: readonly ScoredRow[]): number {
  if (rows.length < ROWS_TO_CALIBRATE) return USUAL_TEMPERATURE;
  const shrink = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.02), Math.log(20)];
  for (let step = 0; step < 16; step += 1) {
    const a = high - shrink * (high - low);
    const b = low + shrink * (high - low);
    if (meanLogLoss(rows, Math.exp(a)) < meanLogLoss(rows, Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}
