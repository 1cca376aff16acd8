import type { SparseRows } from "./vectoriser.ts";

/** Cost of a row on the wrong side; 1 is the usual choice for rows of length 1. */
const COST = 1;
/** Spread of the projected gradients at which a label counts as learned; tighter gains nothing on held-out rows. */
const TOLERANCE = 0.1;
const MOST_PASSES = 50;
/** Enough for the other rows to take over what the held-out ones carried; more changes no temperature. */
const PASSES_TO_FORGET = 3;
const SEED = 0x2545f491;

/**
 * One label against the rest, label after label: an L2-regularised linear SVM with squared hinge loss and a
 * bias, by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi, Sundararajan: "A dual
 * coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 3).
 */
export class SvmTrainer {
  /** Of the label learned last, one for each feature. */
  readonly weights: Float64Array;
  bias = 0;
  readonly #rows: SparseRows;
  readonly #order: Int32Array;
  readonly #alpha: Float64Array;
  readonly #curvature: Float64Array;

  constructor(rows: SparseRows, features: number) {
    const rowCount = rows.starts.length - 1;
    this.weights = new Float64Array(features);
    this.#rows = rows;
    this.#order = new Int32Array(rowCount);
    this.#alpha = new Float64Array(rowCount);
    this.#curvature = new Float64Array(rowCount);
    for (let row = 0; row < rowCount; row += 1) {
      let squares = 1;
      for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i += 1) {
        squares += rows.values[i]! * rows.values[i]!;
      }
      this.#curvature[row] = squares + 1 / (2 * COST);
    }
  }

  /** Learns a label from every row; `isPositive` holds 1 for each row that has it. */
  learn(isPositive: Uint8Array, isStopped: () => boolean): void {
    this.weights.fill(0);
    this.bias = 0;
    this.#alpha.fill(0);
    for (let row = 0; row < this.#order.length; row += 1) this.#order[row] = row;
    this.#descend(this.#order.length, MOST_PASSES, isPositive, isStopped);
  }

  /** The same label as if the rows marked 1 in `isHeldOut` had never been there; takes few passes, as it starts from `learn`. */
  learnWithout(isHeldOut: Uint8Array, isPositive: Uint8Array, isStopped: () => boolean): void {
    let size = 0;
    for (let row = 0; row < this.#order.length; row += 1) {
      if (isHeldOut[row] === 1) {
        this.#add(row, isPositive[row] === 1 ? -this.#alpha[row]! : this.#alpha[row]!);
      } else {
        this.#order[size] = row;
        size += 1;
      }
    }
    this.#descend(size, PASSES_TO_FORGET, isPositive, isStopped);
  }

  score(row: number): number {
    const { starts, columns, values } = this.#rows;
    let score = this.bias;
    for (let i = starts[row]!; i < starts[row + 1]!; i += 1) {
      score += this.weights[columns[i]!]! * values[i]!;
    }
    return score;
  }

  #add(row: number, step: number) {
    const { starts, columns, values } = this.#rows;
    this.bias += step;
    for (let i = starts[row]!; i < starts[row + 1]!; i += 1) {
      this.weights[columns[i]!]! += step * values[i]!;
    }
  }

  /** Goes over the first `size` rows of the order until they fit, each pass in another order. */
  #descend(size: number, mostPasses: number, isPositive: Uint8Array, isStopped: () => boolean) {
    const [order, alpha, curvature] = [this.#order, this.#alpha, this.#curvature];
    const { starts, columns, values } = this.#rows;
    const { weights } = this;
    let bias = this.bias;
    let active = size;
    let shrinkAbove = Infinity;
    let random = SEED;
    for (let pass = 0; pass < mostPasses && !isStopped(); pass += 1) {
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
        const before = alpha[row]!;
        const start = starts[row]!;
        const end = starts[row + 1]!;
        let score = bias;
        for (let j = start; j < end; j += 1) score += weights[columns[j]!]! * values[j]!;
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
        for (let j = start; j < end; j += 1) weights[columns[j]!]! += step * values[j]!;
      }
      if (highest - lowest > TOLERANCE) {
        shrinkAbove = highest > 0 ? highest : Infinity;
      } else if (active === size) {
        break;
      } else {
        // Done with the rows still looked at: look once more at all of them.
        active = size;
        shrinkAbove = Infinity;
      }
    }
    this.bias = bias;
  }
}

function swap(order: Int32Array, a: number, b: number) {
  const kept = order[a]!;
  order[a] = order[b]!;
  order[b] = kept;
}
