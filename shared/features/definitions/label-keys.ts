/** Keys that the labelling screen uses itself: skip, flag, back, undo, redo, next, … */
export const RESERVED_KEYS: readonly string[] = ["s", "f", "b", "u", "/", "z", "y", "g"];

const CANDIDATES = Array.from("1234567890abcdefghijklmnopqrstuvwxyz").filter(
  (key) => !RESERVED_KEYS.includes(key),
);

/** The first key that no label has taken yet; null once all are given away. */
export function firstFreeKey(taken: Iterable<string | null>): string | null {
  const used = new Set(taken);
  return CANDIDATES.find((key) => !used.has(key)) ?? null;
}
