/** A pause longer than this is a coffee, not work. */
const LONGEST_GAP_MS = 120_000;
const FEWEST_DECISIONS = 5;
const MINUTES_AN_HOUR = 60;

/** Decisions a minute over the latest stretch of work, breaks left out; null while there is too little to say. */
export function decisionsPerMinute(decidedAtMs: readonly number[]): number | null {
  let workedMs = 0;
  let gaps = 0;
  for (let i = 1; i < decidedAtMs.length; i++) {
    const gapMs = (decidedAtMs[i] ?? 0) - (decidedAtMs[i - 1] ?? 0);
    if (gapMs > LONGEST_GAP_MS) continue;
    workedMs += gapMs;
    gaps += 1;
  }
  if (gaps + 1 < FEWEST_DECISIONS || workedMs === 0) return null;
  return (gaps * 60_000) / workedMs;
}

/** Time left, no finer than it can be known. */
export interface TimeLeft {
  unit: "minutes" | "hours";
  amount: number;
}

/** How long the examples that remain take at one's own pace; null when nothing remains. */
export function timeLeft(remaining: number, perMinute: number): TimeLeft | null {
  if (remaining <= 0) return null;
  const minutes = remaining / perMinute;
  if (minutes > 1.5 * MINUTES_AN_HOUR)
    return { unit: "hours", amount: Math.round(minutes / MINUTES_AN_HOUR) };
  const step = minutes > 20 ? 5 : 1;
  return { unit: "minutes", amount: Math.max(1, Math.round(minutes / step) * step) };
}
