import type { Label } from "../../../../shared/features/definitions/contract.ts";

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_\-–/.,:;]+/g, " ")
    .trim();

/** True when the letters of `query` occur in `text` in this order, with gaps. */
function isSubsequence(query: string, text: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** How well one typed word fits; 0 is not at all. */
function scoreWord(word: string, name: string, description: string): number {
  if (name.startsWith(word)) return 6;
  if (name.split(" ").some((part) => part.startsWith(word))) return 5;
  if (name.includes(word)) return 4;
  if (description.split(" ").some((part) => part.startsWith(word))) return 3;
  return word.length >= 3 && isSubsequence(word, name.replaceAll(" ", "")) ? 1 : 0;
}

/**
 * The labels that every typed word fits, best first, in their own order where equal. Words may be
 * beginnings, come in any order, stand in the description or be shortened ("crdarr" → card_arrival).
 */
export function searchLabels(labels: readonly Label[], query: string): Label[] {
  const words = fold(query).split(" ").filter(Boolean);
  if (words.length === 0) return [...labels];
  return labels
    .map((label) => {
      const name = fold(label.name);
      const description = fold(label.description);
      const scores = words.map((word) => scoreWord(word, name, description));
      const fits = scores.every((score) => score > 0);
      const exact = name === words.join(" ") ? 100 : 0;
      return { label, score: fits ? exact + scores.reduce((sum, score) => sum + score, 0) : 0 };
    })
    .filter((entry) => entry.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((entry) => entry.label);
}
