/** Marks that models like to put around a label. */
const WRAPPING = /^[\s"'`“”‘’«»„*]+|[\s"'`“”‘’«»„*.]+$/g;

const bare = (text: string): string =>
  text.normalize("NFC").replace(WRAPPING, "").toLowerCase().toUpperCase();

/**
 * Finds which label a model's text names: the label itself, else the label without regard to case,
 * surrounding blanks, quotes and a closing full stop. Anything more than the label is no answer (null),
 * and a text that fits two labels is none either: a null counts as wrong and is never left out.
 */
export function createLabelMatcher(labels: readonly string[]): (text: string) => string | null {
  const exact = new Set(labels);
  const loose = new Map<string, string | null>();
  for (const label of labels) {
    const key = bare(label);
    if (key !== "") loose.set(key, loose.has(key) ? null : label);
  }
  return (text) => {
    const trimmed = text.trim();
    return exact.has(trimmed) ? trimmed : (loose.get(bare(text)) ?? null);
  };
}
