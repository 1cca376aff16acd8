/** A pause longer than this is a coffee, not work. */
const LONGEST_GAP_MS = 120_000;
const FEWEST_DECISIONS = 5;

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
