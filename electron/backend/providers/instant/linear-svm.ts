import type { SparseRows } from "./vectoriser.ts";

/** Cost of a row on the wrong side; 1 is the usual choice for rows of length 1. */
const COST = 1;
/** Spread of the projected gradients at which a label counts as learned; tighter gains nothing on held-out rows. */
const TOLERANCE = 0.1;
const MOST_PASSES = 50;
const SEED = 0x2545f491;

/** Keeps what all labels share, so that each label only costs its passes. */
export class SvmTrainer {
  readonly #rows: SparseRows;
  readonly #chosen: Int32Array;
  readonly #order: Int32Array;
  readonly #alpha: Float64Array;
  readonly #curvature: Float64Array;

  /** `chosen` are the numbers of the rows to learn from. */
  constructor(rows: SparseRows, chosen: Int32Array) {
    this.#rows = rows;
    this.#chosen = chosen;
    this.#order = new Int32Array(chosen.length);
    this.#alpha = new Float64Array(rows.starts.length - 1);
    this.#curvature = new Float64Array(rows.starts.length - 1);
    for (const row of chosen) {
      let squares = 1;
      for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i += 1) {
        squares += rows.values[i]! * rows.values[i]!;
      }
      this.#curvature[row] = squares + 1 / (2 * COST);
    }
  }

  /**
   * One label against the rest: an L2-regularised linear SVM with squared hinge loss and a bias, by dual
   * coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi, Sundararajan: "A dual coordinate
   * descent method for large-scale linear SVM", ICML 2008, algorithm 3). Fills `weights`, one per
   * feature, and returns the bias. `isPositive` holds 1 for each row that has the label.
   */
  trainLabel(isPositive: Uint8Array, weights: Float64Array, isStopped: () => boolean): number {
    const { starts, columns, values } = this.#rows;
    const [order, alpha, curvature] = [this.#order, this.#alpha, this.#curvature];
    order.set(this.#chosen);
    alpha.fill(0);
    weights.fill(0);
    let bias = 0;
    let active = order.length;
    let shrinkAbove = Infinity;
    let random = SEED;
    for (let pass = 0; pass < MOST_PASSES && !isStopped(); pass += 1) {
      let highest = -Infinity;
      let lowest = Infinity;
      for (let i = 0; i < active; i += 1) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        swap(order, i, i + ((random >>> 0) % (active - i)));
      }
      for (let i = 0; i < active; i += 1) {
        const row = order[i]!;
        const sign = isPositive[row] === 1 ? 1 : -1;
        const end = starts[row + 1]!;
        let score = bias;
        for (let j = starts[row]!; j < end; j += 1) score += weights[columns[j]!]! * values[j]!;
        const before = alpha[row]!;
        const gradient = sign * score - 1 + before / (2 * COST);
        if (before === 0 && gradient > shrinkAbove) {
          active -= 1;
          swap(order, i, active);
          i -= 1;
          continue;
        }
        const projected = before === 0 ? Math.min(gradient, 0) : gradient;
        if (projected > highest) highest = projected;
        if (projected < lowest) lowest = projected;
        if (Math.abs(projected) < 1e-12) continue;
        const after = Math.max(before - gradient / curvature[row]!, 0);
        alpha[row] = after;
        const step = (after - before) * sign;
        bias += step;
        for (let j = starts[row]!; j < end; j += 1) weights[columns[j]!]! += step * values[j]!;
      }
      if (highest - lowest > TOLERANCE) {
        shrinkAbove = highest > 0 ? highest : Infinity;
      } else if (active === order.length) {
        break;
      } else {
        // Done with the rows still looked at: look once more at all of them.
        active = order.length;
        shrinkAbove = Infinity;
      }
    }
    return bias;
  }
}

function swap(order: Int32Array, a: number, b: number) {
  const kept = order[a]!;
  order[a] = order[b]!;
  order[b] = kept;
}
