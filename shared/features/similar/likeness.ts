/** How alike two texts are, as people say it. */
export type Likeness = "nearlySame" | "veryAlike" | "alike" | "somewhat";

/*
 * Of 101 questions of BANKING77 (77 labels that are hard to tell apart), each compared with the other 10,002:
 * from 0.4 on two in three have the same label, from 0.5 on three in four, between 0.25 and 0.4 two in five,
 * below that one in four and fewer.
 */

/** Below this, two texts have little more in common than usual words. */
export const LEAST_SIMILARITY = 0.25;
/** From here on, examples are ticked at first: what is less alike is for the person to take in. */
export const TICKED_FROM = 0.4;

/** The words for a cosine between 0 and 1. */
export function likenessOf(similarity: number): Likeness {
  if (similarity >= 0.7) return "nearlySame";
  if (similarity >= TICKED_FROM) return "veryAlike";
  return similarity >= 0.3 ? "alike" : "somewhat";
}
