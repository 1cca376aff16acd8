import { create } from "zustand";

/**
 * Counts how often a backup took the place of the open project: the same project with other contents, of
 * which no screen may remember anything.
 */
export const useRestoredTimes = create<{ times: number }>(() => ({ times: 0 }));

export const countRestored = (): void =>
  useRestoredTimes.setState(({ times }) => ({ times: times + 1 }));
