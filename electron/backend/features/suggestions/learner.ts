import { AppError } from "#shared/errors/app-error.ts";
import { isWorthLearning } from "#shared/features/suggestions/when-to-learn.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { Learned, LearnNews, LearnTask } from "./learn-task.ts";
import type { SuggestionQueries } from "./queries.ts";

/** How often it looks whether enough was answered since; milliseconds. */
const LOOK_EVERY_MS = 1000;
/** Examples on the desk without a suggestion that make it move on. */
const MOST_MISSED = 5;
const MOST_WANTED = 100;

export interface LearnerParts {
  db: Db;
  /** Where the file is read from by other threads. */
  path: string;
  queries: SuggestionQueries;
  /** True while something else needs the file and the processor. */
  isBusy: () => boolean;
  countAnswers: () => number;
  /** False where nobody proposes or somebody else does: then only the orders are worked out. */
  proposes: () => boolean;
  logError: (error: unknown) => void;
}

interface Running {
  abort: AbortController;
  done: Promise<void>;
}

/**
 * Learns in the background from what was answered: one run at a time, in a thread of its own, and only once
 * somebody asked. What it finds out is written in short pieces between key presses.
 */
export class Learner {
  readonly #parts: LearnerParts;
  #isAsked = false;
  #isClosed: boolean;
  #isHeld = false;
  #timer: NodeJS.Timeout | null = null;
  #running: Running | null = null;
  #hasRun = false;
  #hasFailed = false;
  #hasProposed = false;
  #learnedFrom = 0;
  #generation = 0;
  #labelShares: ReadonlyMap<string, number> = new Map();
  #afterKey = 0;
  readonly #wanted = new Set<number>();

  constructor(parts: LearnerParts) {
    this.#parts = parts;
    this.#isClosed = !mayWrite(parts.db);
  }

  get state() {
    return {
      /** Something is still to come, now or at the next look. */
      isLearning: this.#running !== null || !(this.#hasRun || this.#isClosed),
      learnedFrom: this.#hasProposed ? this.#learnedFrom : 0,
      hasFailed: this.#hasFailed,
      /** Moves on with everything that was found out. */
      generation: this.#generation,
      /** Of the answers learned from, the share that each label has. */
      labelShares: this.#labelShares,
    };
  }

  /** Starts looking, the first time at once. */
  ask(): void {
    if (this.#isAsked || this.#isClosed) return;
    this.#isAsked = true;
    // Not within the question itself, which somebody waits for.
    this.#lookIn(0);
  }

  /** Where the desk is, and which of the open examples it shows have nothing proposed for them. */
  follow(open: readonly number[], missed: readonly number[]): void {
    if (open.length > 0) this.#afterKey = Math.min(...open) - 1;
    if (!this.#hasProposed) return;
    for (const key of missed) if (this.#wanted.size < MOST_WANTED) this.#wanted.add(key);
  }

  /** Learns anew at the next look, as after a change of who proposes. */
  again(): void {
    this.#hasRun = false;
    this.#hasFailed = false;
    this.#learnedFrom = 0;
  }

  /** Resolves when no thread reads the file any more; none does until `release`. */
  async hold(): Promise<void> {
    this.#isHeld = true;
    await this.#stop();
  }

  release(): void {
    this.#isHeld = false;
  }

  async #stop(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.done;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#stop();
  }

  get #maySave(): boolean {
    return !this.#isClosed && mayWrite(this.#parts.db);
  }

  #lookIn(delayMs: number) {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => this.#look(), delayMs);
    this.#timer.unref();
  }

  #look() {
    if (!this.#maySave) return;
    try {
      const isBusy = this.#isHeld || this.#parts.isBusy();
      if (this.#running && isBusy) this.#running.abort.abort();
      else if (!this.#running && !isBusy && this.#isDue()) this.#start();
    } catch (error) {
      // A disk that fails, say; the next look may find it well again.
      this.#parts.logError(error);
    }
    this.#lookIn(LOOK_EVERY_MS);
  }

  #isDue(): boolean {
    if (!this.#hasRun || this.#wanted.size >= MOST_MISSED) return true;
    return this.#parts.proposes() && isWorthLearning(this.#parts.countAnswers(), this.#learnedFrom);
  }

  #start() {
    const abort = new AbortController();
    const done = this.#run(abort.signal).finally(() => {
      this.#running = null;
    });
    this.#running = { abort, done };
  }

  async #run(signal: AbortSignal) {
    const { path, queries, logError } = this.#parts;
    const atMs = Date.now();
    const answers = this.#parts.countAnswers();
    const wanted = [...this.#wanted];
    const proposes = this.#parts.proposes() && isWorthLearning(answers, 0);
    const seed = atMs % 2 ** 31;
    try {
      const learned = await runWorker<LearnTask, LearnNews, Learned>("learn-suggestions", {
        input: { path, wanted, afterKey: this.#afterKey, seed, proposes },
        signal,
        onMessage: (news) => this.#write(news, atMs),
      });
      if (signal.aborted || !this.#maySave) return;
      queries.dropOld(atMs);
      this.#labelShares = new Map(learned.labelShares);
      this.#hasProposed = learned.answers > 0;
      this.#hasFailed = false;
    } catch (error) {
      if (signal.aborted || !this.#maySave) return;
      // Labelling goes on without suggestions; it is tried again with more answers.
      this.#hasFailed = true;
      logError(error);
    }
    for (const key of wanted) this.#wanted.delete(key);
    this.#learnedFrom = proposes ? answers : 0;
    this.#hasRun = true;
  }

  #write(news: LearnNews, atMs: number) {
    if (!this.#maySave) throw new AppError("cancelled");
    const { queries } = this.#parts;
    if (news.kind === "proposed") queries.put(news.rows, "instant", atMs);
    else queries.rank(news.keys, "instant", atMs);
    this.#generation += 1;
  }
}
