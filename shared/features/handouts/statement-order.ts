/** What a person says of an example, as far as it matters for which of two sayings is the newer. */
export interface Said {
  sequence: number;
  /** Public id of the annotation; null for an example that was skipped or is open. */
  annotationId: string | null;
  skipped: boolean;
}

const rank = ({ annotationId, skipped }: Said): string => annotationId ?? (skipped ? "1" : "0");

/**
 * Whether `next` replaces `held`. A total order, so that the newest of any set of statements is the same in
 * whichever order they arrive: by the person's own count, and by what is said where two bundles carry the
 * same number, as when somebody went on working with a copy of an older state of their computer.
 */
export const isNewer = (next: Said, held: Said): boolean =>
  next.sequence === held.sequence ? rank(next) > rank(held) : next.sequence > held.sequence;
