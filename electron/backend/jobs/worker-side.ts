import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#shared/errors/app-error.ts";
import { asAppError } from "../db/open.ts";
import type { WorkerInput, WorkerPost } from "./worker-task.ts";

export interface WorkerSide<Message> {
  /** Posts a message and waits until the other side has dealt with it, so that nothing piles up. */
  send(message: Message): Promise<void>;
  /** Posts a message from work that never pauses; only for few and small ones. */
  tell(message: Message): void;
  isStopped(): boolean;
}

/** The frame of every worker thread: reads the input, runs the work, posts one result or one failure. */
export async function serveWorker<Input, Message, Result>(
  work: (input: Input, side: WorkerSide<Message>) => Promise<Result> | Result,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("this file runs only as a worker thread");
  const { input, stop } = workerData as WorkerInput<Input>;
  const post = (message: WorkerPost<Message, Result>) => port.postMessage(message);
  const side: WorkerSide<Message> = {
    isStopped: () => Atomics.load(stop, 0) !== 0,
    tell: (message) => post({ type: "message", message }),
    send: (message) =>
      new Promise((resolve) => {
        port.once("message", () => resolve());
        post({ type: "message", message });
      }),
  };
  try {
    post({ type: "result", result: await work(input, side) });
  } catch (thrown) {
    // A failing disk or a damaged file has a name of its own; what is left is a mistake of ours.
    const error = asAppError(thrown, "");
    if (!(error instanceof AppError)) throw error;
    post({ type: "failed", code: error.code, params: error.params });
  }
}
