import { AppError } from "#shared/errors/app-error.ts";
import type { ReviewNews } from "#shared/features/imports/contract.ts";
import { runWorker } from "../../../jobs/worker-task.ts";
import type { ReadTask } from "../read-rows.worker.ts";
import type { Counted } from "./review-rows.ts";
import type { ReviewInput } from "./review-rows.worker.ts";

/** Measured for imports, which read alike: more makes nothing faster. */
const YOUNG_GENERATION_MB = 12;

/** Counts what importing a file would do; whoever stops listening stops the work. */
export async function* reviewFile(
  work: { task: ReadTask; projectPath: string; bytes: number; signal: AbortSignal },
  running: Set<Promise<void>>,
  toReview: (counted: Counted) => Extract<ReviewNews, { kind: "review" }>["review"],
): AsyncGenerator<ReviewNews> {
  const { task, projectPath, bytes: total } = work;
  const leaving = new AbortController();
  const signal = AbortSignal.any([work.signal, leaving.signal]);
  let done = 0;
  let wake = () => {};
  const wakeUp = () => wake();
  const reading = runWorker<ReviewInput, number, Counted | null>("review-rows", {
    input: { task, projectPath },
    signal,
    maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
    onMessage: (bytesRead) => {
      done = bytesRead;
      wake();
    },
  });
  let isOver = false;
  const ended = settled(reading, () => {
    isOver = true;
    running.delete(ended);
    wake();
  });
  running.add(ended);
  signal.addEventListener("abort", wakeUp);
  try {
    yield { kind: "progress", done, total };
    while (!isOver && !signal.aborted) {
      await new Promise<void>((resolve) => (wake = resolve));
      if (!isOver && !signal.aborted)
        yield { kind: "progress", done: Math.min(done, total), total };
    }
    const counted = await reading;
    if (counted === null) throw new AppError("cancelled");
    yield { kind: "review", review: toReview(counted) };
  } finally {
    signal.removeEventListener("abort", wakeUp);
    leaving.abort();
    // The worker's connection must be gone before the project can be closed.
    await ended;
  }
}

/** Resolves whatever becomes of the work: its failure reaches whoever still listens, through the work itself. */
async function settled(work: Promise<unknown>, onEnd: () => void): Promise<void> {
  try {
    await work;
  } catch {
    // See above.
  }
  onEnd();
}
