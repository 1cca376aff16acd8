import { Worker } from "node:worker_threads";
import { AppError } from "#shared/errors/app-error.ts";
import { WORKER_SOURCES, type WorkerName } from "./worker-sources.ts";

/** What a worker may post: intermediate messages, then exactly one result or one failure. */
export type WorkerPost<Message, Result> =
  | { type: "message"; message: Message }
  | { type: "result"; result: Result }
  | { type: "failed"; code: string; params: Record<string, string | number> };

/** What a worker finds in `workerData`: its input, and a flag that turns non-zero when it should stop. */
export interface WorkerInput<Input> {
  input: Input;
  stop: Int32Array;
}

interface WorkerTask<Input, Message> {
  input: Input;
  signal: AbortSignal;
  /** Space for short-lived objects; a small one keeps memory flat where much text passes through. */
  maxYoungGenerationSizeMb?: number;
  /** Awaited before the worker may send more: it posts, then waits for `ack`. */
  onMessage?: (message: Message) => void | Promise<void>;
}

const runsFromSource = import.meta.url.endsWith(".ts");

function workerUrl(name: WorkerName): URL {
  return runsFromSource
    ? new URL(`../${WORKER_SOURCES[name]}`, import.meta.url)
    : new URL(`./worker-${name}.js`, import.meta.url);
}

/** Runs CPU-heavy work off the main thread; rejects with `cancelled` once the signal fires and the worker ended. */
export async function runWorker<Input, Message, Result>(
  name: WorkerName,
  task: WorkerTask<Input, Message>,
): Promise<Result> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerUrl(name), {
    resourceLimits:
      task.maxYoungGenerationSizeMb === undefined
        ? {}
        : { maxYoungGenerationSizeMb: task.maxYoungGenerationSizeMb },
    workerData: { input: task.input, stop } satisfies WorkerInput<Input>,
  });
  const onAbort = () => {
    Atomics.store(stop, 0, 1);
    Atomics.notify(stop, 0);
    worker.postMessage("ack");
  };
  task.signal.addEventListener("abort", onAbort, { once: true });
  if (task.signal.aborted) onAbort();
  try {
    return await settle<Message, Result>(worker, task.onMessage, task.signal);
  } finally {
    task.signal.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}

function settle<Message, Result>(
  worker: Worker,
  onMessage: ((message: Message) => void | Promise<void>) | undefined,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const fail = (error: unknown) => reject(signal.aborted ? new AppError("cancelled") : error);
    worker.on("message", (post: WorkerPost<Message, Result>) => {
      if (post.type === "result") {
        if (signal.aborted) fail(undefined);
        else resolve(post.result);
      } else if (post.type === "failed") {
        fail(new AppError(post.code as AppError["code"], post.params));
      } else {
        // Within the promise, because what is thrown in an event listener ends the whole process.
        void Promise.resolve(post.message)
          .then(onMessage)
          .then(() => worker.postMessage("ack"), fail);
      }
    });
    worker.on("error", (cause) => fail(new AppError("workerCrashed", {}, { cause })));
    worker.on("exit", () => fail(new AppError("workerCrashed")));
  });
}
