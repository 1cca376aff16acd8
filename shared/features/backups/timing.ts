/** When automatic backups happen; a steady clock measures, so that a changed date disturbs nothing. */
export interface BackupTiming {
  /** Milliseconds after the project opened: the first screen comes first. */
  afterOpeningMs: number;
  /** Milliseconds between looks whether something changed. */
  everyMs: number;
  /** Closing may take this many milliseconds longer for the sake of a backup. */
  closingMayTakeMs: number;
}

export const BACKUP_TIMING: BackupTiming = {
  afterOpeningMs: 15_000,
  everyMs: 30 * 60_000,
  closingMayTakeMs: 2000,
};

/** Milliseconds a copy with its checks takes per million bytes on a slow disk; less than any SSD needs. */
const SLOW_MS_PER_MEGABYTE = 15;

/**
 * Whether closing should wait for a backup: only when something changed, and only when it is quick. A large
 * project was backed up while it was worked on, and is again when it next opens.
 */
export function backsUpAtClosing(
  facts: { changed: boolean; bytes: number; lastCopy: { bytes: number; tookMs: number } | null },
  timing: BackupTiming,
): boolean {
  if (!facts.changed) return false;
  const { lastCopy } = facts;
  const msPerByte =
    lastCopy && lastCopy.bytes > 0 ? lastCopy.tookMs / lastCopy.bytes : SLOW_MS_PER_MEGABYTE / 1e6;
  return facts.bytes * msPerByte <= timing.closingMayTakeMs;
}
