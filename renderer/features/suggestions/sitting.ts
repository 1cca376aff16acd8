import { create } from "zustand";

export const SITTING_MINUTES = [5, 15, 30] as const;

/** A stretch of time that somebody has for labelling. */
export interface RunningSitting {
  startedAtMs: number;
  minutes: number;
}

interface SittingState {
  running: RunningSitting | null;
  /** The time is up and what it brought is shown. */
  ended: RunningSitting | null;
}

export const useSitting = create<SittingState>(() => ({ running: null, ended: null }));

export const beginSitting = (minutes: number): void =>
  useSitting.setState({ running: { startedAtMs: Date.now(), minutes }, ended: null });

/** Shows what the time brought. */
export const endSitting = (): void =>
  useSitting.setState(({ running }) => ({ running: null, ended: running }));

export const leaveSitting = (): void => useSitting.setState({ running: null, ended: null });

/** Milliseconds that are left; 0 when the time is up. */
export const leftMs = ({ startedAtMs, minutes }: RunningSitting, nowMs: number): number =>
  Math.max(0, startedAtMs + minutes * 60_000 - nowMs);
