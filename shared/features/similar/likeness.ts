/** How alike two texts are, as people say it. */
export type Likeness = "nearlySame" | "veryAlike" | "alike" | "somewhat";

/** Below this, two texts have little more in common than usual words. */
export const LEAST_SIMILARITY = 0.2;

/** The words for a cosine between 0 and 1. */
export function likenessOf(similarity: number): Likeness {
  if (similarity >= 0.8) return "nearlySame";
  if (similarity >= 0.5) return "veryAlike";
  return similarity >= 0.3 ? "alike" : "somewhat";
}
