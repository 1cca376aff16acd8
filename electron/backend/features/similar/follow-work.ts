/** What comes of work that reports on its way: its latest progress, and in the end its result. */
export type WorkNews<Progress, Result> = { progress: Progress } | { result: Result };

/**
 * Work as a stream: whenever the reader is ready it gets the latest progress, older ones are left out. A reader
 * that stops reading, or `signal`, ends the work.
 */
export async function* followWork<Progress, Result>(
  start: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkNews<Progress, Result>> {
  const givingUp = new AbortController();
  const pending: Progress[] = [];
  let isOver = false;
  let wake = Promise.withResolvers<void>();
  const work = start(
    (progress) => {
      pending.splice(0, pending.length, progress);
      wake.resolve();
    },
    AbortSignal.any(signal ? [givingUp.signal, signal] : [givingUp.signal]),
  );
  const over = () => {
    isOver = true;
    wake.resolve();
  };
  work.then(over, over);
  try {
    while (!isOver) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
      for (const progress of pending.splice(0)) yield { progress };
    }
    yield { result: await work };
  } finally {
    givingUp.abort();
  }
}
