import { setImmediate } from "node:timers/promises";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import type { Answerer } from "../../providers/provider.ts";
import { freezeCompletion, type FrozenCompletion } from "./completion.ts";

/** Answers that arrive within this time are saved together: a flush to disk costs more than a fast answer. */
const SAVE_EVERY_MS = 200;

interface Asking {
  answerer: Answerer;
  examples: readonly FrozenExample[];
  /** Positions in `examples` that have no answer yet. */
  missing: readonly number[];
  concurrency: number;
  matchLabel: ((text: string) => string | null) | null;
  signal: AbortSignal;
  save(answers: readonly [position: number, answer: FrozenCompletion][]): void;
  onAnswered(done: number): void;
}

/**
 * Asks one model for every missing answer, several at a time, and saves answers as they arrive.
 * When one request cannot be answered at all the others are called off; what arrived is kept.
 */
export async function askModel(asking: Asking): Promise<void> {
  const { answerer, examples, missing, signal } = asking;
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const waiting = missing.values();
  const arrived: [position: number, answer: FrozenCompletion][] = [];
  let done = examples.length - missing.length;
  let lastSaveMs = performance.now();
  const save = () => {
    asking.save(arrived.splice(0));
    lastSaveMs = performance.now();
  };
  const work = async () => {
    for (const position of waiting) {
      if (stop.aborted) return;
      const completion = await answerer.answer(examples[position] as FrozenExample, stop);
      // What comes back after a stop may be cut short by the stop itself: it is asked again next time.
      if (stop.aborted) return;
      arrived.push([position, freezeCompletion(completion, asking.matchLabel)]);
      done += 1;
      asking.onAnswered(done);
      if (performance.now() - lastSaveMs < SAVE_EVERY_MS) continue;
      save();
      // Answers made on this computer may never wait for anything: let others have their turn.
      await setImmediate();
    }
  };
  const workers = Array.from({ length: Math.max(1, asking.concurrency) }, () =>
    work().catch((error: unknown) => {
      if (!stop.aborted) failed.abort(error);
    }),
  );
  await Promise.all(workers);
  if (arrived.length > 0) save();
  stop.throwIfAborted();
}
