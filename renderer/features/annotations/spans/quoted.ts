/** Longer passages are told by their beginning. */
const LONGEST = 80;

/** A passage as it is named in a sentence: on one line, its beginning when it is long. */
export function quoted(text: string, longest = LONGEST): string {
  const characters = Array.from(text.replaceAll(/\s+/g, " "));
  return characters.length > longest
    ? `${characters.slice(0, longest).join("")}…`
    : characters.join("");
}
