/** The letters with which the labelling desk starts out for itself; a person may choose others. */
export const DESK_LETTERS = { back: "b", flag: "f", guideline: "g", skip: "s", undo: "u" } as const;

/**
 * Keys that no label gets, whatever a person chose for the desk: the project is opened by others too, who did
 * not. Z and Y stand for undo and redo in every program. Should a label and the desk share a key all the same,
 * the label wins, and the desk's action answers to Shift and the key.
 */
export const RESERVED_KEYS: readonly string[] = [...Object.values(DESK_LETTERS), "/", "z", "y"];

const CANDIDATES = Array.from("1234567890abcdefghijklmnopqrstuvwxyz").filter(
  (key) => !RESERVED_KEYS.includes(key),
);

/** The first key that no label has taken yet; null once all are given away. */
export function firstFreeKey(taken: Iterable<string | null>): string | null {
  const used = new Set(taken);
  return CANDIDATES.find((key) => !used.has(key)) ?? null;
}
