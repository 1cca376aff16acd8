/** What one person answers at present to an example that several were asked about. */
export interface Opinion {
  /** Public id of the annotation; annotations are never changed, so it stands for exactly this answer. */
  annotationId: string;
  /** Equal for answers that say the same; see `answerKey`. */
  key: string;
}

/** What somebody decided after looking at different answers. */
export interface Decision {
  annotationId: string;
  key: string;
  /** Public ids of the annotations that were looked at. */
  considered: readonly string[];
  decidedAtMs: number;
}

/** Which annotation is in force, or that people differ and nobody has decided. */
export type Settlement =
  | { kind: "open" }
  | { kind: "agreed"; annotationId: string }
  | { kind: "decided"; annotationId: string }
  | { kind: "disputed" };

const least = (ids: readonly string[]): string => ids.reduce((a, b) => (a < b ? a : b));

/** True when every answer was looked at, or says what was decided. */
const covers = (decision: Decision, opinions: readonly Opinion[]): boolean =>
  opinions.every(
    ({ annotationId, key }) => decision.considered.includes(annotationId) || key === decision.key,
  );

/**
 * The answer in force of an example that several people answered: a function of what was said, not of the
 * order in which it arrived, so that bundles may be merged in any order and any number of times. Nobody's
 * answer wins by being last; an answer that nobody looked at when deciding opens the dispute again.
 */
export function settle(opinions: readonly Opinion[], decisions: readonly Decision[]): Settlement {
  const latest = decisions
    .filter((decision) => covers(decision, opinions))
    .toSorted(
      (a, b) => b.decidedAtMs - a.decidedAtMs || (a.annotationId < b.annotationId ? 1 : -1),
    )[0];
  if (latest) return { kind: "decided", annotationId: latest.annotationId };
  if (opinions.length === 0) return { kind: "open" };
  const isUnanimous = new Set(opinions.map(({ key }) => key)).size === 1;
  return isUnanimous && decisions.length === 0
    ? { kind: "agreed", annotationId: least(opinions.map((each) => each.annotationId)) }
    : { kind: "disputed" };
}
