/**
 * Half-written responses by example, kept in the browser's storage too, so that they outlive the
 * program. Storage may be full or forbidden; then a draft lives until the program ends.
 */
const inMemory = new Map<string, string>();
const keyOf = (exampleId: string): string => `tacit.draft.${exampleId}`;

export function findDraft(exampleId: string): string | null {
  const kept = inMemory.get(exampleId);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(keyOf(exampleId));
  } catch {
    return null;
  }
}

export function keepDraft(exampleId: string, text: string): void {
  inMemory.set(exampleId, text);
  try {
    localStorage.setItem(keyOf(exampleId), text);
  } catch {
    // The copy in memory is what is left.
  }
}

export function dropDraft(exampleId: string): void {
  inMemory.delete(exampleId);
  try {
    localStorage.removeItem(keyOf(exampleId));
  } catch {
    // Nothing was kept there either.
  }
}
