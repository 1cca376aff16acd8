const DAY_MS = 86_400_000;
/** A model that closes sooner than this leaves little use of what is trained on it. */
const WARN_DAYS = 30;

/** True once the whole of an ISO day is over everywhere in UTC. */
export function isPast(isoDate: string, nowMs: number): boolean {
  const startMs = Date.parse(isoDate.slice(0, 10));
  return Number.isFinite(startMs) && nowMs >= startMs + DAY_MS;
}

/** Whether a shutdown date lies behind, within 30 days, or too far ahead to mention. */
export function closingState(shutdownDate: string | null, nowMs: number): "open" | "soon" | "past" {
  if (shutdownDate === null) return "open";
  if (isPast(shutdownDate, nowMs)) return "past";
  return isPast(shutdownDate, nowMs + WARN_DAYS * DAY_MS) ? "soon" : "open";
}
