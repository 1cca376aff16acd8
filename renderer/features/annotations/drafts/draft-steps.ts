/** Of letters typed one after the other only the first begins a step of its own. */
const SAME_STEP_MS = 800;

/** The changes to one answer while it is being composed, for taking them back one by one. */
export class DraftSteps<Value> {
  #past: Value[] = [];
  #future: Value[] = [];
  #typedAtMs = -Infinity;
  #present: Value;
  #show: (value: Value) => void;

  constructor(present: Value) {
    this.#present = present;
    this.#show = () => {};
  }

  /** Called with every drawing, so that steps start from what is on the desk. */
  follow(present: Value, show: (value: Value) => void): void {
    this.#present = present;
    this.#show = show;
  }

  change(next: Value): void {
    this.#past.push(this.#present);
    this.#future = [];
    this.#typedAtMs = -Infinity;
    this.#show(next);
  }

  /** A change by one more letter. */
  type(next: Value, nowMs: number): void {
    if (nowMs - this.#typedAtMs > SAME_STEP_MS) this.#past.push(this.#present);
    this.#typedAtMs = nowMs;
    this.#future = [];
    this.#show(next);
  }

  /** False when nothing is left to take back. */
  undo(): boolean {
    return this.#travel(this.#past, this.#future);
  }

  redo(): boolean {
    return this.#travel(this.#future, this.#past);
  }

  #travel(from: Value[], to: Value[]): boolean {
    // A change that the desk did not take left nothing to go back over.
    while (from.length > 0 && from.at(-1) === this.#present) from.pop();
    const next = from.pop();
    if (next === undefined) return false;
    to.push(this.#present);
    this.#typedAtMs = -Infinity;
    this.#show(next);
    return true;
  }
}
