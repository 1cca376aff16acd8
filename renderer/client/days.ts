const twoDigits = (value: number) => String(value).padStart(2, "0");

/** A moment as a date field writes its day, in the user's time zone; `days` later, or earlier when negative. */
export function dayInput(atMs: number, days = 0): string {
  const date = new Date(atMs);
  // Through the calendar and not through hours: a day may have 23 or 25 of them.
  date.setDate(date.getDate() + days);
  return `${String(date.getFullYear()).padStart(4, "0")}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The first moment of the day that a date field holds, or of the day `days` later; undefined for none. */
export function dayStart(input: string, days = 0): number | undefined {
  const match = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(input);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const atMs = new Date(year, month - 1, day + days).getTime();
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** The first moment of the present day, or of the day `daysAgo` before it. */
export const startOfDay = (nowMs: number, daysAgo = 0): number =>
  dayStart(dayInput(nowMs, -daysAgo)) ?? nowMs;
