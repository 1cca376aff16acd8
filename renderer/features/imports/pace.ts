/** How fast a job moves: units a second since `since`, and the seconds left at that speed. */
export interface Pace {
  perSecond: number;
  secondsLeft: number | null;
}

/** Less than this has been watched: a guess would jump about. */
const LEAST_WATCHED_MS = 700;

export function paceOf(
  since: { atMs: number; done: number },
  now: { atMs: number; done: number; total?: number | undefined },
): Pace | null {
  const elapsedMs = now.atMs - since.atMs;
  const moved = now.done - since.done;
  if (elapsedMs < LEAST_WATCHED_MS || moved <= 0) return null;
  const perSecond = (moved / elapsedMs) * 1000;
  const secondsLeft =
    now.total === undefined ? null : Math.max(0, (now.total - now.done) / perSecond);
  return { perSecond, secondsLeft };
}
