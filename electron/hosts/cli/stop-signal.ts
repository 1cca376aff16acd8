import { constants } from "node:os";

const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type StopSignal = (typeof STOPPING)[number];

export interface StopWatch {
  /** The signal that arrived, if any. */
  arrived(): StopSignal | undefined;
  /** From here on a signal ends the process at once again. */
  release(): void;
}

/** Calls `onStop` when the process is asked to end; a second signal ends it at once. */
export function watchForStop(onStop: () => void): StopWatch {
  let arrived: StopSignal | undefined;
  const release = () => {
    for (const signal of STOPPING) process.removeListener(signal, stop);
  };
  function stop(signal: StopSignal) {
    arrived = signal;
    release();
    onStop();
  }
  for (const signal of STOPPING) process.on(signal, stop);
  return { arrived: () => arrived, release };
}

/** What shells expect of a program that ended because of a signal. */
export const exitCodeOf = (signal: StopSignal): number => 128 + constants.signals[signal];
