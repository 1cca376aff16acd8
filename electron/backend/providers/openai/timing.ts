import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#shared/errors/app-error.ts";

/** How patient the adapter is; all in milliseconds but the counts. */
export interface Timing {
  /** First pause between two looks at a running job; it grows up to `maxPollMs`. */
  pollMs: number;
  maxPollMs: number;
  /** First pause after a failed request; it doubles up to `maxRetryMs`. */
  retryMs: number;
  maxRetryMs: number;
  /** How often one request is made before its failure counts. */
  attempts: number;
  requestMs: number;
  uploadMs: number;
  /** For one answer; a server at home may first have to load the model. */
  answerMs: number;
  /** Looks at a finished job that has no model name yet. */
  namelessLooks: number;
  /** Tries to reach a model that has only just been made. */
  freshModelTries: number;
  nowMs: () => number;
}

export const PATIENT: Timing = {
  pollMs: 5_000,
  maxPollMs: 30_000,
  retryMs: 1_000,
  maxRetryMs: 60_000,
  attempts: 4,
  requestMs: 60_000,
  uploadMs: 600_000,
  answerMs: 180_000,
  namelessLooks: 20,
  freshModelTries: 8,
  nowMs: Date.now,
};

/** For what is still said to the service after a cancel: the user should not wait long for it. */
export const BEFORE_LEAVING = { signal: null, attempts: 2, timeoutMs: 10_000 } as const;

/** A service may ask for longer pauses than this; while watching, Tacit looks again earlier all the same. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Pause before try number `attempt` (0 = first retry): doubled each time, capped, less up to a quarter at random. */
export function backoffMs(attempt: number, timing: Pick<Timing, "retryMs" | "maxRetryMs">): number {
  const full = Math.min(timing.retryMs * 2 ** Math.min(attempt, 30), timing.maxRetryMs);
  return full * (1 - Math.random() / 4);
}

/** Waits; rejects with `cancelled` as soon as the signal fires. */
export async function pause(ms: number, signal: AbortSignal | null): Promise<void> {
  try {
    const options = signal === null ? {} : { signal };
    await wait(Math.min(ms, LONGEST_PAUSE_MS), undefined, options);
  } catch {
    throw new AppError("cancelled");
  }
}

/** A signal that fires only when the project closes, for requests that a cancel must not cut in half. */
export function onlyOnClose(signal: AbortSignal): AbortSignal {
  const closing = new AbortController();
  const forward = () => {
    if (signal.reason === "close") closing.abort("close");
  };
  if (signal.aborted) forward();
  else signal.addEventListener("abort", forward, { once: true });
  return closing.signal;
}
