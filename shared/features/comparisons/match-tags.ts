import { NO_TAGS } from "../versions/chat-messages.ts";
import { createLabelMatcher } from "./match-label.ts";

/**
 * Finds which labels a model's text names, separated by commas, semicolons or line ends; names that hold a comma
 * themselves are tried whole first. In the order of `labels`, each once. Null where any part is no label:
 * like a label with more around it, such an answer is none.
 */
export function createTagMatcher(labels: readonly string[]): (text: string) => string[] | null {
  const match = createLabelMatcher(labels);
  const inOrder = (found: ReadonlySet<string>) => labels.filter((label) => found.has(label));
  return (text) => {
    const parts = text.split(/[,;\n]/).map((part) => part.trim());
    const found = new Set<string>();
    for (let at = 0; at < parts.length;) {
      const longest = longestLabel(parts, at, match);
      if (longest) {
        found.add(longest.label);
        at += longest.parts;
      } else if (parts[at] === "") at += 1;
      else return isNone(text) ? [] : null;
    }
    return inOrder(found);
  };
}

const isNone = (text: string) => text.trim().replace(/[."']/g, "").toLowerCase() === NO_TAGS;

function longestLabel(
  parts: readonly string[],
  at: number,
  match: (text: string) => string | null,
): { label: string; parts: number } | null {
  for (let end = Math.min(parts.length, at + MOST_COMMAS + 1); end > at; end -= 1) {
    const label = match(parts.slice(at, end).join(", "));
    if (label !== null) return { label, parts: end - at };
  }
  return null;
}

/** Commas that one label may hold. */
const MOST_COMMAS = 5;
